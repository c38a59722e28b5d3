namespace Tessera.Segments;

/// <summary><c>not x</c>, and <c>did not do …</c>: holds when the operand does not.</summary>
/// <param name="Operand">The expression denied.</param>
public sealed record Not(Expression Operand) : Expression
{
    internal override IEnumerable<Expression> Parts => [Operand];
}
