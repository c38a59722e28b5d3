using Tessera.Segments.Text;

namespace Tessera.Segments.Checking;

/// <summary>Warns of events, properties, traits and values that the workspace has never seen, naming the nearest it has.</summary>
internal sealed class NameCheck(ICatalogue catalogue, SourceMap sources, DiagnosticBag problems)
{
    /// <summary>Looking for the nearest of very many names takes time; after so many unknown ones nobody reads on.</summary>
    private const int MostSuggestions = 20;

    private int suggestions;

    internal void Check(Expression condition)
    {
        if (condition is TraitCondition trait)
        {
            CheckTrait(trait);
        }
        else if (condition is ConsentsTo consent)
        {
            CheckConsent(consent);
        }

        foreach (var (selector, property, test) in Conditions.Events(condition))
        {
            CheckEvent(selector, property, test);
        }
    }

    private void CheckTrait(TraitCondition trait)
    {
        var path = trait.Path.Display;
        if (trait.Path.Root == Namespaces.Rfm && trait.Path.Segments.Count == 2)
        {
            if (!Namespaces.RfmNames.Contains(trait.Path.Segments[1], StringComparer.Ordinal))
            {
                Unknown(DiagnosticCodes.UnknownTrait, $"RFM knows {string.Join(", ", Namespaces.RfmNames)}, not {trait.Path.Segments[1]}.", trait.Path, path, Namespaces.RfmNames.Select(name => $"rfm.{name}"), isPath: true);
            }
            else if (catalogue.FindTrait(path) is { } computed)
            {
                CheckValue(computed, trait.Test, $"The value {path}");
            }

            return;
        }

        if (catalogue.FindTrait(path) is not { } facts)
        {
            var what = trait.Path switch
            {
                { Root: Namespaces.Persona, Segments.Count: 1 } => "a persona",
                var score when Namespaces.IsScore(score) => $"the score {score.Segments[1]}",
                _ => $"the trait {path}",
            };
            Unknown(DiagnosticCodes.UnknownTrait, $"No customer has {what} so far.", trait.Path, path, catalogue.TraitPaths, isPath: true);
            return;
        }

        CheckValue(facts, trait.Test, $"The trait {path}");
    }

    private void CheckConsent(ConsentsTo consent)
    {
        if (catalogue.ConsentPurposes is not { } known || known.Contains(consent.Purpose, StringComparer.Ordinal))
        {
            return;
        }

        var nearest = Near(consent.Purpose, known);
        var message = known.Count == 0
            ? "This workspace has no consents recorded so far, so this holds for nobody."
            : $"No customer was seen to consent to {Printer.Quote(consent.Purpose)} so far.{(nearest is null ? string.Empty : $" Did you mean {Printer.Quote(nearest)}?")}";
        problems.Add(
            DiagnosticSeverity.Warning,
            DiagnosticCodes.UnknownConsent,
            message,
            sources.SpanOf(consent),
            known.Take(20).Select(Printer.Quote),
            nearest is null ? null : new ConsentsTo(nearest).ToString());
    }

    private void CheckEvent(EventSelector selector, ValuePath? property, ValueTest? test)
    {
        if (selector.Name is not { } name)
        {
            return;
        }

        if (catalogue.FindEvent(name.Value) is not { } facts)
        {
            Unknown(DiagnosticCodes.UnknownEvent, $"The event {name} was never seen so far.", name, name.Value, catalogue.EventNames, isPath: false);
            return;
        }

        foreach (var condition in Conditions.Of(selector))
        {
            CheckProperty(facts, condition.Path, condition.Test);
        }

        if (property is not null)
        {
            CheckProperty(facts, property, test);
        }
    }

    private void CheckProperty(EventFacts facts, ValuePath path, ValueTest? test)
    {
        if (facts.FindProperty(path) is { } property)
        {
            CheckValue(property, test, $"The property {path.Display} of {Printer.Quote(facts.Name)}");
            return;
        }

        var hint = catalogue.FindTrait(path.Display) is null
            ? string.Empty
            : " Customers have a trait of this name: to ask for it, put the whole event condition before it in brackets.";
        Unknown(
            DiagnosticCodes.UnknownProperty,
            $"The event {Printer.Quote(facts.Name)} was never seen with the property {path.Display} so far.{hint}",
            path,
            path.Display,
            facts.Properties.Select(known => known.Path),
            isPath: true);
    }

    private void CheckValue(ValueFacts facts, ValueTest? test, string subject)
    {
        if (test is null || facts.Types == ValueTypes.None)
        {
            return;
        }

        var (accepted, kind) = test switch
        {
            NumberCompares or NumberIsBetween or IsInExtremeShare => (ValueTypes.Number | ValueTypes.NumericText, "a number"),
            DateTest => (ValueTypes.DateText | ValueTypes.Number | ValueTypes.NumericText, "a date"),
            Includes => (ValueTypes.List, "a list"),
            VersionCompares => (ValueTypes.Text | ValueTypes.NumericText | ValueTypes.Number, "a version"),
            IsSet => ((ValueTypes)(-1), string.Empty),
            _ => (~(ValueTypes.List | ValueTypes.Object), "text"),
        };
        if ((facts.Types & accepted) == ValueTypes.None)
        {
            problems.Add(
                DiagnosticSeverity.Warning,
                DiagnosticCodes.TypeMismatch,
                $"{subject} was never {kind} so far, so this test matches nobody.",
                sources.SpanOf(test));
        }
        else if (test is TextIs or TextIsOneOf && (facts.IsComplete || IsMostlyKnown(facts)))
        {
            CheckKnownValues(facts, test, subject);
        }
    }

    // A rare value may be right though it was not listed; one that is nearly a frequent one is mostly misspelt.
    private static bool IsMostlyKnown(ValueFacts facts) => facts.TopValues.Count > 0 && facts.TopValues.Sum(value => value.Occurrences) >= facts.Occurrences * 0.95;

    private void CheckKnownValues(ValueFacts facts, ValueTest test, string subject)
    {
        var known = facts.TopValues.Select(value => value.Value).ToList();
        var asked = test is TextIs text ? [text.Value] : ((TextIsOneOf)test).Values;
        foreach (var value in asked.Where(value => !known.Contains(value, StringComparer.Ordinal)))
        {
            var nearest = Near(value, known);
            if (nearest is null && !facts.IsComplete)
            {
                continue;
            }

            problems.Add(
                DiagnosticSeverity.Warning,
                DiagnosticCodes.UnknownValue,
                $"{subject} was {(facts.IsComplete ? "never" : "seldom or never")} {Printer.Quote(value)} so far.{(nearest is null ? string.Empty : $" Did you mean {Printer.Quote(nearest)}?")}",
                sources.SpanOf(test),
                known.Take(20).Select(Printer.Quote),
                nearest is null || test is not TextIs { Negated: var negated } ? null : new TextIs(nearest, negated).ToString());
        }
    }

    private void Unknown(string code, string message, object part, string name, IEnumerable<string> known, bool isPath)
    {
        var nearest = Near(name, known);
        var written = nearest is null || isPath ? nearest : Printer.Quote(nearest);
        problems.Add(
            DiagnosticSeverity.Warning, code, written is null ? message : $"{message} Did you mean {written}?", sources.SpanOf(part), suggestion: written);
    }

    private string? Near(string name, IEnumerable<string> known) => suggestions++ < MostSuggestions ? Nearest.To(name, known) : null;
}
