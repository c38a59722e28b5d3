namespace Tessera.Server.Imports.Publishing;

/// <summary>How many staged lines are of a kind and type.</summary>
internal sealed record OrderLineCount(string Kind, string LineType, long Lines);
