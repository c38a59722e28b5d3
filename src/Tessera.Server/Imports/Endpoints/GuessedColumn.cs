namespace Tessera.Server.Imports.Endpoints;

/// <summary>A column of a file that is looked at.</summary>
/// <param name="Name">Its name; <c>#3</c> when the third column has none.</param>
/// <param name="Samples">Its first few different values.</param>
/// <param name="Type"><c>empty</c>, <c>email</c>, <c>date</c>, <c>clock</c>, <c>integer</c>, <c>number</c>, <c>currency</c> or <c>text</c>.</param>
internal sealed record GuessedColumn(string Name, IReadOnlyList<string> Samples, string Type);
