namespace Tessera.Segments.Sql;

/// <summary>A value of a compiled statement, where its text has <c>{name:Type}</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The engine's type.</param>
/// <param name="Value">A string, a list of strings or whole numbers, a whole number, a double or a <see cref="DateTimeOffset"/>.</param>
public sealed record SqlParameter(string Name, string Type, object Value);
