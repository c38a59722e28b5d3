using System.Collections.Immutable;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The design tool's latent classes; a class's index is its number in the accounts' state.</summary>
internal static class Archetypes
{
    /// <summary>The classes.</summary>
    public static ImmutableArray<Archetype> All { get; } =
    [
        new()
        {
            Name = "power-user", Share = 0.15,
            Description = "Works in the tool nearly every day with most of its features, pays, stays and recommends it.",
            ActiveDaysPerWeek = 3.9, WeekendFactor = 0.45, SessionsPerDay = 1.4, ActionsPerSession = 4.4, Hours = WorkingHours.Freelance,
            MobileShare = 0.12, Curiosity = 0.05, AiEagerness = 0.012, Collaboration = 0.1, ExportShare = 0.15,
            CompanyShare = 0.2, ExtraMembers = 0.8,
            TrialAtSignUp = 0.6, ConversionAfterAha = 0.8, ConversionBeforeAha = 0.25, UpgradePerDay = 0.0015, AnnualShare = 0.45,
            FreeDeclinesPerYear = 0.35, PaidDeclinesPerYear = 0.14, PriceSensitivity = 0.15, TicketsPerActiveDay = 0.009,
            RecommendationMean = 8.6, NewsletterOpens = 0.34,
            InitialPlans = [0.3, 0.6, 0.1, 0], FeatureWeights = [1, 1, 0.5, 0.8],
            Goals = [4, 3, 1, 1, 1, 3, 2], Values = [4, 3, 1, 1, 1, 2], Roles = [5, 2, 2, 1, 0.5, 0.5, 4, 0.5],
        },
        new()
        {
            Name = "feature-locked", Share = 0.22,
            Description = "Uses the core functions regularly but never finds the features worth paying for, and plateaus.",
            ActiveDaysPerWeek = 3, WeekendFactor = 0.35, SessionsPerDay = 1.2, ActionsPerSession = 3.9, Hours = WorkingHours.Office,
            MobileShare = 0.15, Curiosity = 0.005, AiEagerness = 0.002, Collaboration = 0.05, ExportShare = 0.17,
            CompanyShare = 0.12, ExtraMembers = 0.6,
            TrialAtSignUp = 0.25, ConversionAfterAha = 0.6, ConversionBeforeAha = 0.1, UpgradePerDay = 0.0003, AnnualShare = 0.3,
            FreeDeclinesPerYear = 0.5, PaidDeclinesPerYear = 0.4, PriceSensitivity = 0.3, TicketsPerActiveDay = 0.01,
            RecommendationMean = 7, NewsletterOpens = 0.22,
            InitialPlans = [0.74, 0.24, 0.02, 0], FeatureWeights = [1, 0.35, 0.3, 0.3],
            Goals = [4, 3, 2, 1, 2, 1, 0.5], Values = [1, 3, 2, 4, 1, 0.5], Roles = [2, 4, 3, 1, 3, 1, 1, 0.5],
        },
        new()
        {
            Name = "price-sensitive", Share = 0.17,
            Description = "Watches the price: often on the pricing and cancellation pages, downgrades, pays by the month, leaves early.",
            ActiveDaysPerWeek = 2.3, WeekendFactor = 0.8, SessionsPerDay = 1.15, ActionsPerSession = 3.3, Hours = WorkingHours.Freelance,
            MobileShare = 0.28, Curiosity = 0.018, AiEagerness = 0.005, Collaboration = 0.06, ExportShare = 0.14,
            CompanyShare = 0.05, ExtraMembers = 0.4,
            TrialAtSignUp = 0.5, ConversionAfterAha = 0.45, ConversionBeforeAha = 0.15, UpgradePerDay = 0.0004, AnnualShare = 0.07,
            FreeDeclinesPerYear = 0.85, PaidDeclinesPerYear = 1.4, PriceSensitivity = 0.9, TicketsPerActiveDay = 0.014,
            RecommendationMean = 6.4, NewsletterOpens = 0.28,
            InitialPlans = [0.55, 0.44, 0.01, 0], FeatureWeights = [1, 0.6, 0.3, 0.4],
            Goals = [2, 3, 1, 0.5, 5, 1, 0.5], Values = [1, 1, 5, 2, 0.5, 0.5], Roles = [1, 1, 3, 1, 1, 3, 4, 1],
        },
        new()
        {
            Name = "casual", Share = 0.29,
            Description = "Drops by for an invitation or a poster now and then, mostly in the evening or at the weekend.",
            ActiveDaysPerWeek = 0.9, WeekendFactor = 1.3, SessionsPerDay = 1.05, ActionsPerSession = 2.8, Hours = WorkingHours.Evening,
            MobileShare = 0.45, Curiosity = 0.012, AiEagerness = 0.005, Collaboration = 0.06, ExportShare = 0.18,
            CompanyShare = 0.02, ExtraMembers = 0.3,
            TrialAtSignUp = 0.12, ConversionAfterAha = 0.3, ConversionBeforeAha = 0.06, UpgradePerDay = 0.0003, AnnualShare = 0.2,
            FreeDeclinesPerYear = 0.85, PaidDeclinesPerYear = 0.6, PriceSensitivity = 0.4, TicketsPerActiveDay = 0.008,
            RecommendationMean = 7.3, NewsletterOpens = 0.18,
            InitialPlans = [0.87, 0.13, 0, 0], FeatureWeights = [1, 0.3, 0.3, 0.5],
            Goals = [2, 0.5, 3, 0.5, 2, 4, 0.5], Values = [1, 2, 2, 5, 0.5, 1], Roles = [0.5, 1, 1, 0.5, 3, 4, 1, 5],
        },
        new()
        {
            Name = "agency", Share = 0.06,
            Description = "A team that works on clients' projects together: several seats, comments, shared libraries, invoices.",
            ActiveDaysPerWeek = 3.6, WeekendFactor = 0.15, SessionsPerDay = 1.35, ActionsPerSession = 4.1, Hours = WorkingHours.Office,
            MobileShare = 0.1, Curiosity = 0.035, AiEagerness = 0.008, Collaboration = 0.32, ExportShare = 0.13,
            CompanyShare = 1, ExtraMembers = 3.5,
            TrialAtSignUp = 0.8, ConversionAfterAha = 0.85, ConversionBeforeAha = 0.3, UpgradePerDay = 0.0015, AnnualShare = 0.5,
            FreeDeclinesPerYear = 0.5, PaidDeclinesPerYear = 0.13, PriceSensitivity = 0.15, TicketsPerActiveDay = 0.006,
            RecommendationMean = 8, NewsletterOpens = 0.25,
            InitialPlans = [0.1, 0.05, 0.7, 0.15], FeatureWeights = [1, 0.8, 1.6, 0.5],
            Goals = [3, 4, 0.5, 5, 1, 1, 1], Values = [3, 2, 1, 1, 5, 1], Roles = [6, 3, 2, 2, 0, 0, 0.5, 0],
        },
        new()
        {
            Name = "innovator", Share = 0.11,
            Description = "Tries whatever is new within days of its launch, AI features above all, and tells others about it.",
            ActiveDaysPerWeek = 2.8, WeekendFactor = 0.8, SessionsPerDay = 1.3, ActionsPerSession = 4.1, Hours = WorkingHours.Freelance,
            MobileShare = 0.2, Curiosity = 0.07, AiEagerness = 0.2, Collaboration = 0.1, ExportShare = 0.12,
            CompanyShare = 0.1, ExtraMembers = 0.6,
            TrialAtSignUp = 0.6, ConversionAfterAha = 0.6, ConversionBeforeAha = 0.2, UpgradePerDay = 0.0012, AnnualShare = 0.3,
            FreeDeclinesPerYear = 0.45, PaidDeclinesPerYear = 0.25, PriceSensitivity = 0.25, TicketsPerActiveDay = 0.011,
            RecommendationMean = 8.2, NewsletterOpens = 0.42,
            InitialPlans = [0.38, 0.58, 0.04, 0], FeatureWeights = [1, 0.9, 0.5, 1.6],
            Goals = [2, 2, 2, 1, 0.5, 2, 5], Values = [2, 2, 0.5, 1, 1, 5], Roles = [3, 2, 3, 4, 1, 1.5, 2, 1],
        },
    ];

    public static IReadOnlyList<ArchetypeSummary> Summaries { get; } =
        [.. All.Select(one => new ArchetypeSummary(one.Name, one.Share, one.Description))];
}
