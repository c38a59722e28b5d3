using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live;
using Tessera.Segments.Text;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>A score is in the top or bottom share of all customers. How the others score is nothing that the customer could change.</summary>
internal sealed class RankJudgement : Judgement
{
    private readonly TraitCondition trait;
    private readonly IsInExtremeShare test;
    private readonly double? score;
    private readonly ScoreRank rank;

    internal RankJudgement(TraitCondition trait, Judge judge)
        : base(trait, judge)
    {
        (this.trait, test) = (trait, (IsInExtremeShare)trait.Test);
        score = Facts.Read(trait.Path).Value.Number();
        rank = score is null || Facts.Rank is null ? default : Facts.Rank(trait.Path);
        Course = Course.Of(rank.All > 0 && Better * 100.0 < test.Share.Value * rank.All);
    }

    internal override string Kind => "trait";

    internal override Course Course { get; }

    private long Better => test.Extreme == Extreme.Top ? rank.Greater : rank.Smaller;

    internal override Account Tell()
    {
        var (needed, denied) = Demands.Of(test);
        var compared = test.Extreme == Extreme.Top ? "higher" : "lower";
        var fact = score is not { } number || rank.All == 0 ? $"{Phrases.Path(trait.Path)} is not known"
            : $"{Phrases.Path(trait.Path)} is {Phrases.Number(number)}, with {Better} of {rank.All} customers {compared} ({NumberText.Format(Math.Round(Better * 100.0 / rank.All, 1))}%)";
        return new Account(fact, needed, denied) { Value = score };
    }
}
