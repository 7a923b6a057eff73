// A module that imports the runtime can name methods (`.get`) and header fields without a dependency of its own on
// swift-http-types; generated code relies on it.
@_exported public import HTTPTypes
