/// Describes all report forms by one schema: every member that any of them has, none of them required.
enum OpenForm {
  static func document(_ own: DocumentValue) -> DocumentValue {
    let variants = own[schema: "ReportForm"]?["oneOf"]?.items.compactMap { $0["$ref"]?.text } ?? []
    let names = Set(variants.compactMap { $0.split(separator: "/").last.map(String.init) })
    var properties = DocumentValue.mapping([])
    for entry in own.schemas where names.contains(entry.key) {
      for property in entry.value["properties"]?.entries ?? [] where properties[property.key] == nil {
        properties[property.key] = property.value
      }
    }
    properties["report_type"] = ["$ref": "#/components/schemas/ReportType"]
    var document = own
    document.schemas.removeAll { names.contains($0.key) }
    document[schema: "ReportForm"] = [
      "type": "object", "description": "Which members are needed depends on the report type.",
      "required": ["deployment_id", "report_type"], "properties": properties,
    ]
    return document
  }
}
