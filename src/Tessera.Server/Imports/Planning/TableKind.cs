using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Planning;

/// <summary>What the rows of a table are: what is wanted of them, and what they cannot do without.</summary>
internal sealed class TableKind
{
    private readonly Func<ColumnNames, IReadOnlyList<ColumnProfile>, IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, MappingGuess>> guess;

    private TableKind(
        string name,
        IReadOnlyList<ImportTarget> targets,
        IReadOnlyList<string[]> needs,
        Func<ColumnNames, IReadOnlyList<ColumnProfile>, IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, MappingGuess>> guess)
    {
        Name = name;
        Targets = targets;
        Needs = needs;
        this.guess = guess;
    }

    /// <summary>Lines of orders.</summary>
    public static TableKind Orders { get; } = new(
        "orders",
        OrderTargets.All,
        [[OrderTargets.Time], [OrderTargets.Amount, OrderTargets.UnitPrice], [OrderTargets.OrderId, OrderTargets.CustomerId, OrderTargets.Email]],
        MappingGuesser.GuessOrders);

    /// <summary>Customers.</summary>
    public static TableKind Customers { get; } = new(
        "customers", CustomerTargets.All, [[CustomerTargets.CustomerId, CustomerTargets.Email, CustomerTargets.Phone]], MappingGuesser.GuessCustomers);

    /// <summary>The name, as in the API.</summary>
    public string Name { get; }

    /// <summary>What is wanted.</summary>
    public IReadOnlyList<ImportTarget> Targets { get; }

    /// <summary>Of each of these, one is needed; the first is the one to ask for.</summary>
    public IReadOnlyList<string[]> Needs { get; }

    /// <summary>Guesses which column has what.</summary>
    public IReadOnlyDictionary<string, MappingGuess> Guess(
        ColumnNames columns, IReadOnlyList<ColumnProfile> profiles, IReadOnlyDictionary<string, string> given) => guess(columns, profiles, given);

    /// <summary>The targets to ask for, because nothing in the mapping will do.</summary>
    public IReadOnlyList<string> Missing(ColumnMapping mapping) =>
        [.. Needs.Where(choices => choices.All(target => mapping[target] is null)).Select(choices => choices[0])];

    /// <summary>A target by its name.</summary>
    public ImportTarget Target(string name) => Targets.First(target => target.Name == name);
}
