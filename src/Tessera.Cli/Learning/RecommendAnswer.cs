namespace Tessera.Cli.Learning;

/// <summary>What <c>learn recommend</c> found.</summary>
/// <param name="Model">The model that was used.</param>
/// <param name="Protocol">last-out or strong.</param>
/// <param name="Interactions">Pairs of a user and an item.</param>
/// <param name="Users">Users.</param>
/// <param name="Items">Items.</param>
/// <param name="TestedUsers">Users tested on.</param>
/// <param name="HitRateAt10">The share of users with an item held back among the first 10.</param>
/// <param name="NdcgAt10">Discounted gain of the first 10.</param>
/// <param name="RecallAt20">The share of what was held back among the first 20.</param>
/// <param name="MeanReciprocalRank">The mean of 1/rank of the first hit.</param>
/// <param name="Coverage">The share of the items that anybody was recommended.</param>
/// <param name="Novelty">How rare what is recommended is, in bits.</param>
/// <param name="Diversity">How unlike each other the items of a list are, 0 to 1.</param>
/// <param name="Serendipity">The share of recommendations that are hits which popularity would not have given.</param>
/// <param name="Surprise">How much surprise was asked for.</param>
/// <param name="Tried">What was tried on interactions held back from those learned from, the best first.</param>
/// <param name="Notices">What a person should know.</param>
internal sealed record RecommendAnswer(
    string Model,
    string Protocol,
    int Interactions,
    int Users,
    int Items,
    int TestedUsers,
    double HitRateAt10,
    double NdcgAt10,
    double RecallAt20,
    double MeanReciprocalRank,
    double Coverage,
    double Novelty,
    double Diversity,
    double Serendipity,
    double Surprise,
    IReadOnlyList<RecommendTrial> Tried,
    IReadOnlyList<string> Notices);

/// <summary>A model that was tried.</summary>
/// <param name="Model">Which.</param>
/// <param name="NdcgAt10">Its gain.</param>
internal sealed record RecommendTrial(string Model, double NdcgAt10);

/// <summary>An item recommended to a user who was tested.</summary>
/// <param name="User">The user.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Item">The item.</param>
/// <param name="Score">The model's score.</param>
/// <param name="Hit">Whether it was held back.</param>
internal sealed record RowRecommendation(string User, int Rank, string Item, double Score, bool Hit);
