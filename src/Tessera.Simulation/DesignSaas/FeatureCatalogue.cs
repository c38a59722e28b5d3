using System.Collections.Immutable;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The features of the design tool, with the AI features that are launched while customers are being watched.</summary>
internal static class FeatureCatalogue
{
    private const int Before = int.MinValue;

    /// <summary>All features; a feature's index is its bit in the members' state. At most 32.</summary>
    public static ImmutableArray<Feature> All { get; } =
    [
        new("draw", FeatureGroup.Core, 5, Before, IsPaid: false),
        new("text", FeatureGroup.Core, 5, Before, IsPaid: false),
        new("layers", FeatureGroup.Core, 3, Before, IsPaid: false),
        new("photo_crop", FeatureGroup.Core, 4, Before, IsPaid: false),
        new("align", FeatureGroup.Core, 2, Before, IsPaid: false),
        new("brand_kit", FeatureGroup.Advanced, 4, Before, IsPaid: true),
        new("background_remover", FeatureGroup.Advanced, 3, Before, IsPaid: true),
        new("resize", FeatureGroup.Advanced, 2, Before, IsPaid: true),
        new("svg_export", FeatureGroup.Advanced, 2, Before, IsPaid: true),
        new("version_history", FeatureGroup.Advanced, 1, Before, IsPaid: true),
        new("prototyping", FeatureGroup.Advanced, 2, Before, IsPaid: true),
        new("data_merge", FeatureGroup.Advanced, 1, Before, IsPaid: true),
        new("comments", FeatureGroup.Collaboration, 3, Before, IsPaid: false),
        new("shared_library", FeatureGroup.Collaboration, 3, Before, IsPaid: true),
        new("approval_flow", FeatureGroup.Collaboration, 1, Before, IsPaid: true),
        new("live_cursors", FeatureGroup.Collaboration, 2, Before, IsPaid: false),
        new("ai_image", FeatureGroup.Ai, 4, 60, IsPaid: false),
        new("ai_copy", FeatureGroup.Ai, 3, 130, IsPaid: false),
        new("ai_layout", FeatureGroup.Ai, 3, 215, IsPaid: true),
        new("ai_video", FeatureGroup.Ai, 2, 300, IsPaid: true),
        new("ai_translate", FeatureGroup.Ai, 2, 420, IsPaid: true),
        new("ai_brand_voice", FeatureGroup.Ai, 2, 540, IsPaid: true),
    ];

    /// <summary>The feature whose first use is the aha moment.</summary>
    public const int BrandKit = 5;

    /// <summary>How many features there were before the first day; the launched ones follow them.</summary>
    public const int EstablishedCount = 16;

    /// <summary>Bits of the features of a group.</summary>
    public static uint GroupMask(FeatureGroup group) =>
        All.Index().Where(one => one.Item.Group == group).Aggregate(0U, (mask, one) => mask | (1U << one.Index));

    /// <summary>For each archetype, how often each feature is used by members who know it.</summary>
    public static ImmutableArray<WeightedChoice> UseByArchetype { get; } =
        [.. Archetypes.All.Select(archetype => new WeightedChoice([.. All.Select(one => one.Weight * archetype.FeatureWeights[(int)one.Group])]))];
}
