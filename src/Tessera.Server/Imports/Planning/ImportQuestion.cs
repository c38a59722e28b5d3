namespace Tessera.Server.Imports.Planning;

/// <summary>Something that the file leaves open and that only its sender can decide.</summary>
/// <param name="Id">The option that answers it, such as <c>dateFormat</c>, or <c>map.</c> and a target.</param>
/// <param name="Text">The question, with both readings.</param>
/// <param name="Options">The answers there are.</param>
internal sealed record ImportQuestion(string Id, string Text, IReadOnlyList<ImportAnswer> Options);
