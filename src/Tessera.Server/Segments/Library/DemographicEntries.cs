namespace Tessera.Server.Segments.Library;

/// <summary>By who customers are.</summary>
internal static class DemographicEntries
{
    private const string Strategy = "demographic";

    public static IEnumerable<LibraryEntry> All { get; } =
    [
        new("home-market", "Home market", Strategy, "Who lives where most customers live?",
            "Customers of the largest country. Compare them with the others before money goes into a new market.",
            fit => Most(fit, "country", "The country", "country", "address.country", "company.country")),
        new("age-group", "Largest age group", Strategy, "How old are the customers?",
            "Customers of the most frequent age group; choose another to compare.",
            fit => fit.FactsOf("age") is { Occurrences: > 0 } ? Band(fit) : Most(fit, "age", "The age group", "age_band", "age_group", "ageRange")),
        new("leading-role", "Leading role", Strategy, "What do the customers do for a living?",
            "Customers of the most frequent role. What they need is not what the next role needs: write to each in its own words.",
            fit => Most(fit, "role", "The role", "role", "job_role", "job_title", "occupation", "title")),
        new("large-companies", "Customers of large companies", Strategy, "Who works where there is room to grow?",
            "Their companies have many employees. One happy user there can become a team.",
            fit => $"{fit.Trait("employees-trait", "The company's size", "company.employees", "company.size", "company.seats", "employees", "company_size", "seats")} >= {fit.Number("employees", "From how many employees on", 50)}"),
    ];

    // The usual band in which most are; without any, the customer's own choice is asked for.
    private static string Band(LibraryFitting fit)
    {
        var age = fit.Trait("age-trait", "The age", "age");
        if (fit.Data.Ages.Count == 0)
        {
            fit.Miss("The ages are not known: no customer has a number from 18 to 120 for the trait age. Send it as a number, with an identify call or a file of customers.");
        }

        var first = fit.Data.Ages.OrderByDescending(band => band.Value).ThenBy(band => band.Key).Select(band => band.Key).FirstOrDefault(25);
        return $"{age} is between {fit.Number("from-age", "From which age on", first)} and {fit.Number("to-age", "Up to which age", first switch { 18 => 24, 65 => 120, _ => first + 9 })}";
    }

    private static string Most(LibraryFitting fit, string name, string description, params string[] paths)
    {
        var trait = fit.Trait($"{name}-trait", description, paths);
        return $"{trait} is {fit.Value(name, $"{description} chosen", fit.FactsOf(trait))}";
    }
}
