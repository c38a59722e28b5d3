using Tessera.Server.Imports.Formulas;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Mapping;

/// <summary>Guesses which column has what, from its name and its values.</summary>
internal static class MappingGuesser
{
    private const double ByPlatform = 0.98;
    private const double ByName = 0.95;
    private const double ByPartOfName = 0.7;
    private const double ByValues = 0.6;
    private const double LeastAccepted = 0.5;

    private const double HalfPenalty = 0.15;

    // A customer's address changes and ids do not: any column of ids is the better id, and an address is better taken as what it is.
    private const double EmailPenalty = 0.3;

    // A name deep in a target's list is a little less sure than the first, so that of two columns the usual one wins.
    private const double RankPenalty = 0.0015;

    /// <summary>Guesses the columns of orders.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="profiles">What their values look like, in the same order.</param>
    /// <param name="given">Targets that need no guess, because the sender said what has them; none of their columns is guessed for another.</param>
    public static IReadOnlyDictionary<string, MappingGuess> GuessOrders(
        ColumnNames columns, IReadOnlyList<ColumnProfile> profiles, IReadOnlyDictionary<string, string> given)
    {
        var guesses = Platforms.Recognise(columns) is { } platform
            ? GuessByPlatform(platform, columns, given)
            : Guess(OrderTargets.All, columns, profiles, given);
        DropTotalsOfOrders(guesses);
        JoinDateAndClock(guesses, columns, profiles, given);
        return guesses;
    }

    /// <summary>Guesses the columns of customers, as <see cref="GuessOrders"/> does.</summary>
    public static IReadOnlyDictionary<string, MappingGuess> GuessCustomers(
        ColumnNames columns, IReadOnlyList<ColumnProfile> profiles, IReadOnlyDictionary<string, string> given) =>
        Guess(CustomerTargets.All, columns, profiles, given);

    private static Dictionary<string, MappingGuess> GuessByPlatform(
        Platform platform, ColumnNames columns, IReadOnlyDictionary<string, string> given)
    {
        var guesses = new Dictionary<string, MappingGuess>(StringComparer.Ordinal);
        foreach (var (target, name) in platform.Columns)
        {
            if (!given.ContainsKey(target) && columns.All.Any(column => ColumnNames.Normalise(column) == ColumnNames.Normalise(name)))
            {
                var column = columns.All[columns.Find(name)];
                guesses[target] = new MappingGuess(column, ByPlatform, $"The file is {platform.Name}: \"{column}\" is its {target}.");
            }
        }

        return guesses;
    }

    private static Dictionary<string, MappingGuess> Guess(
        IReadOnlyList<ImportTarget> targets, ColumnNames columns, IReadOnlyList<ColumnProfile> profiles, IReadOnlyDictionary<string, string> given)
    {
        var taken = TakenColumns(given, columns);
        var candidates = targets
            .Where(target => !given.ContainsKey(target.Name))
            .SelectMany(target => profiles.Select((profile, column) => (Target: target, Column: column, Guess: Judge(target, profile, profiles))))
            .Where(candidate => candidate.Guess is { Confidence: >= LeastAccepted } && !taken.Contains(candidate.Column))
            .OrderByDescending(candidate => candidate.Guess!.Confidence)
            .ThenBy(candidate => candidate.Column);
        var guesses = new Dictionary<string, MappingGuess>(StringComparer.Ordinal);
        foreach (var (target, column, guess) in candidates)
        {
            if (!guesses.ContainsKey(target.Name) && !taken.Contains(column))
            {
                guesses[target.Name] = guess! with { Source = SourceOf(columns, column) };
                taken.Add(column);
            }
        }

        return guesses;
    }

    private static MappingGuess? Judge(ImportTarget target, ColumnProfile profile, IReadOnlyList<ColumnProfile> all)
    {
        var name = profile.Name;
        var (confidence, reason) = (0.0, string.Empty);
        if (target.RankOf(name) is { } rank)
        {
            (confidence, reason) = (ByName - (rank * RankPenalty), $"\"{name}\" is a usual name for {target.Description}");
        }
        else if (PartOfName(target, name) is { } part)
        {
            (confidence, reason) = (ByPartOfName, $"\"{name}\" contains \"{part}\", a usual name for {target.Description}");
        }
        else if (IsOnlyOneByValues(target, profile, all))
        {
            (confidence, reason) = (ByValues, $"\"{name}\" is the only column whose values can be {target.Description}");
        }

        if (profile.Type == "email" && target.Name == OrderTargets.CustomerId)
        {
            confidence -= EmailPenalty;
        }
        else if (profile.Type == "email" && target.Name == OrderTargets.Email && confidence < ByPartOfName && IsNamedAsCustomer(name))
        {
            (confidence, reason) = (ByPartOfName, $"\"{name}\" is a usual name for the customer, who is known by e-mail address here");
        }

        if (confidence <= 0 || profile.Filled == 0 || !profile.SuitsByHalf(target.Type))
        {
            return null;
        }

        // What does not fit is rejected row by row; a column that fits as a whole is still the better one.
        if (!profile.Suits(target.Type))
        {
            (confidence, reason) = (confidence - HalfPenalty, $"{reason}, though some of its values are not");
        }

        return new MappingGuess(name, Math.Round(confidence, 3), $"{reason}; its values look like {string.Join(", ", profile.Samples.Select(sample => $"\"{sample}\""))}.");
    }

    private static bool IsNamedAsCustomer(string name) =>
        OrderTargets.All.First(target => target.Name == OrderTargets.CustomerId) is var customer && (customer.RankOf(name) is not null || PartOfName(customer, name) is not null);

    // "Customer order number (2)" and "Item Qty": all words of a usual name occur, side by side and in order.
    private static string? PartOfName(ImportTarget target, string name)
    {
        var words = $" {string.Join(' ', Words(name))} ";
        return target.Names
            .Where(usual => usual.Length >= 4)
            .OrderByDescending(usual => usual.Length)
            .FirstOrDefault(usual => words.Contains($" {string.Join(' ', Words(usual))} ", StringComparison.Ordinal));
    }

    // Splits at blanks and signs and where a capital follows a small letter: OrderDate, order_date.
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || (char.IsUpper(name[i]) && char.IsLower(name[i - 1])) || !char.IsLetterOrDigit(name[i - 1]);
            if (!ends)
            {
                continue;
            }

            if (ColumnNames.Normalise(name[start..i]) is { Length: > 0 } word)
            {
                yield return word;
            }

            start = i;
        }
    }

    private static bool IsOnlyOneByValues(ImportTarget target, ColumnProfile profile, IReadOnlyList<ColumnProfile> all)
    {
        var type = target.Type switch
        {
            TargetType.Time => "date",
            TargetType.Email => "email",
            TargetType.Currency => "currency",
            _ => null,
        };
        return type is not null && profile.Type == type && all.Count(other => other.Type == type) == 1;
    }

    // Where lines have quantity and price, a column of totals is mostly the order's total, repeated on every line.
    private static void DropTotalsOfOrders(Dictionary<string, MappingGuess> guesses)
    {
        if (guesses.ContainsKey(OrderTargets.Quantity) && guesses.ContainsKey(OrderTargets.UnitPrice))
        {
            guesses.Remove(OrderTargets.Amount);
        }
    }

    // A column of dates beside one of times of day, "08:26", makes one instant.
    private static void JoinDateAndClock(
        Dictionary<string, MappingGuess> guesses, ColumnNames columns, IReadOnlyList<ColumnProfile> profiles, IReadOnlyDictionary<string, string> given)
    {
        var clocks = Enumerable.Range(0, profiles.Count).Where(column => profiles[column].Type == "clock").ToList();
        if (given.ContainsKey(OrderTargets.Time) || clocks.Count != 1 || !guesses.TryGetValue(OrderTargets.Time, out var date)
            || profiles[columns.Find(date.Source)].HasTimes)
        {
            return;
        }

        var clock = SourceOf(columns, clocks[0]);
        guesses[OrderTargets.Time] = date with
        {
            Source = $"[{date.Source}] & ' ' & [{clock}]",
            Reason = $"{date.Reason.TrimEnd('.')}, and \"{clock}\" has the time of day.",
        };
    }

    private static HashSet<int> TakenColumns(IReadOnlyDictionary<string, string> given, ColumnNames columns)
    {
        var taken = new HashSet<int>();
        foreach (var source in given.Values)
        {
            if (SourceExpression.TryParse(source, columns, out var expression, out _) && expression.Formula is null or ColumnReference)
            {
                taken.UnionWith(expression.Columns);
            }
        }

        return taken;
    }

    // A name that occurs twice can only be given by number.
    private static string SourceOf(ColumnNames columns, int column) =>
        columns.All.Count(name => string.Equals(name, columns.All[column], StringComparison.OrdinalIgnoreCase)) > 1
            ? ColumnNames.Numbered(column)
            : columns.All[column];
}
