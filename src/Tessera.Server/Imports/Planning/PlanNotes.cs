using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Mapping;
using Tessera.Server.Imports.Numbers;

namespace Tessera.Server.Imports.Planning;

/// <summary>Says in sentences how a file was understood.</summary>
internal static class PlanNotes
{
    /// <summary>The notes of a plan.</summary>
    public static IEnumerable<string> Of(
        TableKind kind,
        ImportPlan plan,
        IReadOnlyDictionary<string, string> given,
        DateStyle dates,
        NumberStyle numbers,
        FileEvidence evidence,
        IReadOnlyList<ImportQuestion> questions)
    {
        foreach (var target in kind.Targets.Where(target => plan.Mapping[target.Name] is not null && !given.ContainsKey(target.Name)))
        {
            if (plan.Guesses.TryGetValue(target.Name, out var guess))
            {
                yield return $"{target.Name} ← {guess.Source}: {guess.Reason}";
            }
        }

        if (plan.Mapping[OrderTargets.Amount] is null && plan.Mapping[OrderTargets.UnitPrice] is { } price)
        {
            yield return plan.Mapping[OrderTargets.Quantity] is { } quantity
                ? $"amount ← {quantity.Text}*{price.Text}: computed for every line. Map amount to another column if the file states it."
                : $"amount ← {price.Text}: the file has no quantity, so every line counts as one.";
        }

        if (questions.All(question => question.Id != "dateFormat") && evidence.Dates.Example is { } example)
        {
            var why = evidence.Dates.DecidedByPoints && evidence.Dates.Candidates().Count == 1 ? ", because points separate them" : string.Empty;
            yield return $"Dates such as \"{example}\" are read as {dates.Name}{why}.";
        }
        else if (dates.Number is not null)
        {
            yield return $"Dates are numbers, read as {dates.Name}.";
        }

        if (numbers == NumberStyle.Comma)
        {
            yield return $"Numbers such as \"{evidence.Numbers.CommaExample ?? evidence.Numbers.Ambiguous}\" have a comma before their decimals.";
        }

        if (plan.Zone.BaseUtcOffset != TimeSpan.Zero || plan.Zone.SupportsDaylightSavingTime)
        {
            yield return $"Times without an offset are local to {plan.Zone.Id}.";
        }
    }
}
