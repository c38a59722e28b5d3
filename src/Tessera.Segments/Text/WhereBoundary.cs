namespace Tessera.Segments.Text;

/// <summary>
/// Tells where a <c>where</c> at the end of a condition would swallow what follows: after <c>and</c> or <c>or</c>, a condition
/// that starts with a path is read as one more on the event's properties.
/// </summary>
internal static class WhereBoundary
{
    /// <summary>Whether the text of an expression ends inside a <c>where</c>.</summary>
    internal static bool IsOpenAtEnd(Expression expression) => expression switch
    {
        All all => IsOpenAtEnd(all.Items[^1]),
        Any any => IsOpenAtEnd(any.Items[^1]),
        Not { Operand: not (All or Any) } not => IsOpenAtEnd(not.Operand),
        CompanyDid company => IsOpenAtEnd(company.Condition),
        Did did => did.Event.Where is not null && did.Quantity == Quantity.AtLeastOnce && did.Period is Ever,
        DidSequence { Absence: null, SameProperty: null, WithoutBetween: null, Period: Ever } sequence =>
            sequence.Then[^1] is { Within: null, Event.Where: not null },
        _ => false,
    };

    /// <summary>Whether the text of an expression starts, after brackets and nots, with a path.</summary>
    internal static bool StartsLikeProperty(Expression expression) => expression switch
    {
        All all => StartsLikeProperty(all.Items[0]),
        Any any => StartsLikeProperty(any.Items[0]),
        Not not => StartsLikeProperty(not.Operand),
        TraitCondition => true,
        _ => false,
    };
}
