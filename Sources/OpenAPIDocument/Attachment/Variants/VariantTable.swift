import RecastYAMLReader

/// `variants` of an entry of `x-client-schemas`: the kinds of one form that a member tells apart, when the document
/// describes them as one schema, or only some of them.
///
///     variants:
///       discriminator: report_type
///       type: ReportType
///       members:
///         deployment_id: {type: integer}
///       values:
///         compute_clean_data: {name: CleanDataReportForm, members: [deployment_id]}
struct VariantTable: Sendable {
  /// The member whose value tells which variant an object is.
  let discriminator: String
  /// The name of the type of that member's values, if they have one.
  let type: YAMLNode?
  /// The variants, in the order of the table.
  let rows: [Row]
  /// The table.
  let node: YAMLNode

  /// One variant.
  struct Row: Sendable {
    /// The value of the discriminator.
    let value: YAMLNode
    /// The name of the Swift type.
    let name: YAMLNode
    /// What the variant is.
    let description: YAMLNode?
    /// The members that the variant has to have, besides the discriminator.
    let members: [Member]
    /// What the table says of the variant.
    let node: YAMLNode

    /// The value of the discriminator.
    var text: String { value.scalarText ?? "" }
  }

  /// A member of a variant.
  struct Member: Sendable {
    /// The name on the wire.
    let name: YAMLNode
    /// What its values are.
    let schema: YAMLNode

    /// The name on the wire.
    var text: String { name.scalarText ?? "" }
  }

  /// The members that the table knows, whichever variant they belong to.
  var memberNames: Set<String> {
    Set(rows.flatMap { $0.members.map(\.text) } + [discriminator])
  }
}
