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
            fit => fit.FactsOf("age") is { Occurrences: > 0 }
                ? $"{fit.Trait("age-trait", "The age", "age")} is between {fit.Number("from-age", "From which age on", 25)} and {fit.Number("to-age", "Up to which age", 34)}"
                : Most(fit, "age", "The age group", "age_band", "age_group", "ageRange")),
        new("leading-role", "Leading role", Strategy, "What do the customers do for a living?",
            "Customers of the most frequent role. What they need is not what the next role needs: write to each in its own words.",
            fit => Most(fit, "role", "The role", "role", "job_role", "job_title", "occupation", "title")),
        new("large-companies", "Customers of large companies", Strategy, "Who works where there is room to grow?",
            "Their companies have many employees. One happy user there can become a team.",
            fit => $"{fit.Trait("employees-trait", "The company's size", "company.employees", "company.size", "company.seats", "employees", "company_size", "seats")} >= {fit.Number("employees", "From how many employees on", 50)}"),
    ];

    private static string Most(LibraryFitting fit, string name, string description, params string[] paths)
    {
        var trait = fit.Trait($"{name}-trait", description, paths);
        return $"{trait} is {fit.Value(name, $"{description} chosen", fit.FactsOf(trait))}";
    }
}
