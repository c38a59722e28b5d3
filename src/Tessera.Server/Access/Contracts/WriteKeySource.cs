namespace Tessera.Server.Access.Contracts;

/// <summary>A source as its write key knows it.</summary>
/// <param name="Name">Its name in the calls it sends; never changes.</param>
/// <param name="Title">Its name for people; empty when it has none of its own.</param>
/// <param name="Kind">What it is, such as <c>browser</c>.</param>
/// <param name="Enabled">Whether its calls are accepted.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RotatedAt">When it got its present key, if not at the beginning.</param>
/// <param name="FormerUntil">Until when the key before is good, if there was one.</param>
internal sealed record WriteKeySource(
    string Name, string Title, string Kind, bool Enabled, DateTimeOffset CreatedAt, DateTimeOffset? RotatedAt, DateTimeOffset? FormerUntil);
