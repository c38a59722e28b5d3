namespace Tessera.Server.Segments.Library;

/// <summary>A ready segment, before it is fitted to a workspace.</summary>
/// <param name="Key">Its key, and by default that of the segment made of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Strategy">Which of the seven strategies it serves.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="Description">Who belongs, and what to do about them.</param>
/// <param name="Define">Its definition in a workspace; what is not there is noted as missing.</param>
internal sealed record LibraryEntry(string Key, string Name, string Strategy, string Question, string Description, Func<LibraryFitting, string> Define);
