namespace Tessera.Simulation.DesignSaas;

/// <summary>
/// A latent class of the design tool's accounts: how its people work, discover, pay, complain and leave. Probabilities and
/// rates hold for the average account of the class; each account and member has its own factors on top, wide enough that the
/// classes overlap.
/// </summary>
internal sealed record Archetype
{
    /// <summary>The name, as in the truth.</summary>
    public required string Name { get; init; }

    /// <summary>What these customers are like.</summary>
    public required string Description { get; init; }

    /// <summary>The probability that a new account is of this class.</summary>
    public required double Share { get; init; }

    /// <summary>Days a week with a session, for an average member when all is well.</summary>
    public required double ActiveDaysPerWeek { get; init; }

    /// <summary>Activity on a Saturday or Sunday relative to a working day.</summary>
    public required double WeekendFactor { get; init; }

    /// <summary>Sessions on an active day, at least 1.</summary>
    public required double SessionsPerDay { get; init; }

    /// <summary>Actions in a session on a desktop.</summary>
    public required double ActionsPerSession { get; init; }

    /// <summary>Which hours of the day they work in.</summary>
    public required WorkingHours Hours { get; init; }

    /// <summary>Share of sessions on a mobile device.</summary>
    public required double MobileShare { get; init; }

    /// <summary>Probability, per active day, of trying a feature that is new to them.</summary>
    public required double Curiosity { get; init; }

    /// <summary>Probability, per active day, of taking up a launched AI feature at once, before others have shown the way.</summary>
    public required double AiEagerness { get; init; }

    /// <summary>Share of actions that involve other people: comments, shared links.</summary>
    public required double Collaboration { get; init; }

    /// <summary>Share of actions that export a file.</summary>
    public required double ExportShare { get; init; }

    /// <summary>Probability that an account has more than one member.</summary>
    public required double CompanyShare { get; init; }

    /// <summary>Mean number of members beyond the second, in accounts of several.</summary>
    public required double ExtraMembers { get; init; }

    /// <summary>Probability of starting a trial when signing up.</summary>
    public required double TrialAtSignUp { get; init; }

    /// <summary>Probability that a trial becomes a subscription when the account has had its aha moment.</summary>
    public required double ConversionAfterAha { get; init; }

    /// <summary>The same without an aha moment.</summary>
    public required double ConversionBeforeAha { get; init; }

    /// <summary>Probability per day of a daily user to subscribe without a trial, before the aha moment.</summary>
    public required double UpgradePerDay { get; init; }

    /// <summary>Share of subscriptions paid by the year.</summary>
    public required double AnnualShare { get; init; }

    /// <summary>Declines that begin per year on the free plan.</summary>
    public required double FreeDeclinesPerYear { get; init; }

    /// <summary>Declines that begin per year on a paid plan.</summary>
    public required double PaidDeclinesPerYear { get; init; }

    /// <summary>How much price matters, 0 to 1: visits to the pricing page, reaction to price rises, downgrades, failed payments.</summary>
    public required double PriceSensitivity { get; init; }

    /// <summary>Support tickets per active day of an account.</summary>
    public required double TicketsPerActiveDay { get; init; }

    /// <summary>Mean answer to "how likely are you to recommend us", 0 to 10, at neutral satisfaction.</summary>
    public required double RecommendationMean { get; init; }

    /// <summary>Probability of opening a newsletter.</summary>
    public required double NewsletterOpens { get; init; }

    /// <summary>Shares of plans (free, pro, team, enterprise) among accounts that existed before the observed days.</summary>
    public required IReadOnlyList<double> InitialPlans { get; init; }

    /// <summary>Weights of the groups of features in use: core, advanced, collaboration, AI.</summary>
    public required IReadOnlyList<double> FeatureWeights { get; init; }

    /// <summary>Weights of the answers to "what do you want to achieve", in the order of <see cref="Psychographics.Goals"/>.</summary>
    public required IReadOnlyList<double> Goals { get; init; }

    /// <summary>Weights of the answers to "what matters most to you", in the order of <see cref="Psychographics.Values"/>.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Weights of job roles, in the order of <see cref="JobRoles.All"/>.</summary>
    public required IReadOnlyList<double> Roles { get; init; }
}
