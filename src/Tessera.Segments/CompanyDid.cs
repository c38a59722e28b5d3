namespace Tessera.Segments;

/// <summary><c>company did "Export File" at least 20 times</c>: the condition over the events of everybody in the customer's company.</summary>
public sealed record CompanyDid : Expression
{
    /// <summary>Creates the condition.</summary>
    /// <param name="condition">A <see cref="Did"/>, <see cref="DidRegularly"/> or <see cref="DidSequence"/>.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public CompanyDid(Expression condition)
    {
        if (condition is not (Did or DidRegularly or DidSequence))
        {
            throw new ArgumentException("Only what was done can be asked of the company.", nameof(condition));
        }

        Condition = condition;
    }

    /// <summary>What the company did.</summary>
    public Expression Condition { get; }

    internal override IEnumerable<Expression> Parts => [Condition];
}
