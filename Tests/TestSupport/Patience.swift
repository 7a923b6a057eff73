import Testing

extension Trait where Self == TimeLimitTrait {
  /// Ends a test that waits for something that never comes.
  ///
  /// What should take a moment takes minutes while other tests and other programs have the processors, so this is no
  /// measure of how fast anything is.
  package static var patient: Self { .timeLimit(.minutes(10)) }
}
