namespace Tessera.Segments;

/// <summary><c>is more than 30 days ago</c>: earlier than <c>t - D</c>.</summary>
/// <param name="Length">How long ago.</param>
public sealed record DateIsMoreThanAgo(Duration Length) : DateTest;
