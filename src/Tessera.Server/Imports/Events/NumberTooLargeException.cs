namespace Tessera.Server.Imports.Events;

/// <summary>A call has a number that nobody can hold.</summary>
/// <param name="path">Where it stands, such as <c>properties.price</c>.</param>
internal sealed class NumberTooLargeException(string path) : Exception($"The number in {path} is too large.")
{
    public string Path { get; } = path;
}
