namespace Tessera.ClickHouse.Types;

/// <summary>One argument of a type: a type (perhaps named), a number, a quoted text, or a quoted text with its number.</summary>
/// <param name="Type">The type, when it is one.</param>
/// <param name="Label">The name of a tuple's element, the text of an enum's member or of a time zone, when there is one.</param>
/// <param name="Number">The number, when there is one.</param>
internal sealed record TypeArgument(ClickHouseType? Type, string? Label, long? Number);
