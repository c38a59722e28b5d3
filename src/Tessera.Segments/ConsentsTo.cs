namespace Tessera.Segments;

/// <summary><c>consents to "email"</c>: has given, and not withdrawn, consent to a purpose.</summary>
/// <param name="Purpose">The purpose.</param>
public sealed record ConsentsTo(string Purpose) : Expression;
