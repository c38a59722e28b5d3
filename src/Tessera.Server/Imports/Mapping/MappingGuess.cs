namespace Tessera.Server.Imports.Mapping;

/// <summary>The source that is thought to have what a target wants.</summary>
/// <param name="Source">A column or formula.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Reason">Why, as a sentence.</param>
internal sealed record MappingGuess(string Source, double Confidence, string Reason);
