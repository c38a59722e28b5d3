using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Mapping;

/// <summary>Which column or formula has what each target wants. Immutable.</summary>
internal sealed class ColumnMapping
{
    private readonly Dictionary<string, SourceExpression> sources;

    private ColumnMapping(Dictionary<string, SourceExpression> sources) => this.sources = sources;

    /// <summary>The targets that have a source.</summary>
    public IReadOnlyDictionary<string, SourceExpression> Sources => sources;

    /// <summary>The source of a target, or null.</summary>
    public SourceExpression? this[string target] => sources.GetValueOrDefault(target);

    /// <summary>Puts together what was said and what was guessed.</summary>
    /// <param name="targets">The targets there are.</param>
    /// <param name="given">What the sender said: target, by its full name, → column or formula. An empty source means: leave it out.</param>
    /// <param name="guesses">What was guessed for the others.</param>
    /// <param name="columns">The columns there are.</param>
    /// <exception cref="ImportException">A target is unknown, or a source is not a column or formula.</exception>
    public static ColumnMapping Create(
        IReadOnlyList<ImportTarget> targets, IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, MappingGuess> guesses, ColumnNames columns)
    {
        var chosen = new Dictionary<string, SourceExpression>(StringComparer.Ordinal);
        foreach (var (target, source) in given)
        {
            if (targets.All(known => known.Name != target))
            {
                throw ImportErrors.NoSuchTarget(target, targets.Select(known => known.Name));
            }

            if (source.Length > 0)
            {
                chosen[target] = SourceExpression.TryParse(source, columns, out var expression, out var complaint)
                    ? expression
                    : throw ImportErrors.BadSource(target, complaint);
            }
        }

        foreach (var (target, guess) in guesses.Where(guess => !given.ContainsKey(guess.Key)))
        {
            if (SourceExpression.TryParse(guess.Source, columns, out var expression, out _))
            {
                chosen[target] = expression;
            }
        }

        return new ColumnMapping(chosen);
    }

    /// <summary>The mapping with one more source, for a target that can be computed from others.</summary>
    public ColumnMapping With(string target, string source, ColumnNames columns) =>
        SourceExpression.TryParse(source, columns, out var expression, out _)
            ? new ColumnMapping(new Dictionary<string, SourceExpression>(sources, StringComparer.Ordinal) { [target] = expression })
            : this;
}
