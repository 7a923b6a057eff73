/// Returns once something is so, and throws when the test is cancelled before.
func until(_ isSo: () -> Bool) async throws {
  while !isSo() { try await Task.sleep(for: .milliseconds(5)) }
}
