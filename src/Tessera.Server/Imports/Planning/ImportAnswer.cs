namespace Tessera.Server.Imports.Planning;

/// <summary>One possible answer to an <see cref="ImportQuestion"/>.</summary>
/// <param name="Value">What to send as the answer.</param>
/// <param name="Text">What it means.</param>
internal sealed record ImportAnswer(string Value, string Text);
