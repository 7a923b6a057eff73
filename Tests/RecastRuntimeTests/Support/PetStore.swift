import Foundation
import RecastRuntime

// A small API, written the way the generator writes code: it shows that the runtime's surface fits.

struct Pet: ObjectSchema {
  var id: Int
  var name: String
  var unknownMembers = UnknownMembers()

  init(id: Int, name: String) {
    self.id = id
    self.name = name
  }

  init(from object: inout JSONObjectReader) throws {
    id = try object.required("id")
    name = try object.required("name")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.required("id", id)
    object.required("name", name)
  }
}

struct Checkup: ObjectSchema {
  var id: Int
  var status: String
  var files: [String]?
  var unknownMembers = UnknownMembers()

  init(id: Int, status: String, files: [String]? = nil) {
    self.id = id
    self.status = status
    self.files = files
  }

  init(from object: inout JSONObjectReader) throws {
    id = try object.required("id")
    status = try object.required("status")
    files = object.optional("files")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.required("id", id)
    object.required("status", status)
    object.optional("files", files)
  }
}

struct PetPage: ObjectSchema {
  var data: [Pet]
  var totalPages: Int?
  var unknownMembers = UnknownMembers()

  init(data: [Pet], totalPages: Int? = nil) {
    self.data = data
    self.totalPages = totalPages
  }

  init(from object: inout JSONObjectReader) throws {
    data = try object.required("data")
    totalPages = object.optional("total_pages")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.required("data", data)
    object.optional("total_pages", totalPages)
  }
}

enum Calls {
  static func getPet(owner: String, id: Int) -> Call<Pet> {
    Call("getPet", .get, "/owners/\(owner)/pets/\(id)", response: .json)
  }

  static func createPet(owner: String, body: Pet) -> Call<Pet> {
    Call("createPet", .post, "/owners/\(owner)/pets", body: .json(body), response: .json)
  }

  static func deletePet(id: Int) -> Call<Void> {
    Call("deletePet", .delete, "/pets/\(id)", response: .empty)
  }

  static func listPets(
    page: Int? = nil,
    kinds: [String]? = nil,
    ids: [Int]? = nil,
    fields: [String]? = nil,
    trace: String? = nil
  ) -> Call<PetPage> {
    Call(
      "listPets",
      .get,
      "/pets",
      query: [
        .item("page", page), .commaSeparated("kind", kinds), .repeated("id", ids), .repeated("fields[]", fields),
      ],
      headers: [.item("X-Trace", trace)],
      response: .json
    )
  }

  static func startCheckup(id: Int) -> Call<Checkup> {
    Call(
      "startCheckup",
      .post,
      "/pets/\(id)/checkups",
      rateLimit: RateLimit(scope: "checkups", limits: [.init(calls: 2, per: .seconds(60))]),
      response: .json
    )
  }

  static func getCheckup(id: Int) -> Call<Checkup> { Call("getCheckup", .get, "/checkups/\(id)", response: .json) }

  static func downloadFile(id: Int, key: String) -> Call<ResponseBody> {
    Call("downloadFile", .get, "/checkups/\(id)/files/\(key)", response: .stream(accept: "text/csv"))
  }
}

struct CheckupsResource: Sendable {
  let core: Connection

  static let definition = JobDefinition<Checkup>(
    name: "checkup",
    pending: ["ready", "processing"],
    success: ["success"],
    failure: ["error"],
    interval: .seconds(30),
    deadline: .minutes(15),
    status: { $0.status }
  )

  func create(pet: Int, options: CallOptions = .init()) async throws -> Job<Checkup> {
    try await core.start(Calls.startCheckup(id: pet), options: options) { job(id: $0.id) }
  }

  func job(id: Int) -> Job<Checkup> {
    Job(
      connection: core,
      id: String(id),
      definition: Self.definition,
      poll: Calls.getCheckup(id: id),
      downloads: downloads(of:)
    )
  }

  func downloads(of checkup: Checkup) -> Downloads {
    core.downloads((checkup.files ?? []).map { DownloadReference(key: $0) }) {
      Calls.downloadFile(id: checkup.id, key: $0)
    }
  }

  func pets() -> PageSequence<PetPage, Pet> {
    core.pages(items: { $0.data }, totalPages: { $0.totalPages }) { page in Calls.listPets(page: page) }
  }
}
