using System.Text.Json;
using Tessera.Segments.Evaluation;
using Tessera.Segments.Live.Conditions;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live;

/// <summary>
/// What is kept of one customer to say at any later instant which segments they belong to, without their history. Not safe for several threads at once.
/// </summary>
/// <remarks>
/// Applying a call costs what the conditions that it touches cost; so does evaluating. How much is kept is said at each kind of condition:
/// a time for each event that a count needs to be decided, two numbers for sums and counts over fixed periods, and a few bytes for each event of a rolling
/// period where only all of them decide, which are medians, trends, most frequent values and sequences.
/// </remarks>
public sealed partial class ProfileState
{
    // Old values have no time of their own.
    private const long BeforeAll = -10_000_000_000_000_000;
    private const long NotYet = long.MinValue;

    private readonly Track?[] tracks;
    private readonly bool[] truths;
    private readonly bool[] members;
    private readonly long[] deadlines;
    private readonly bool[] isDirty;
    private readonly bool[] isMissing;
    private readonly List<int> dirty;
    private readonly bool[] isTouched;
    private CompanyState? asked;
    private long askedVersion;
    private long firstSeen = Clock.Never;
    private long evaluated = NotYet;
    private long next = Clock.Never;
    private bool isFresh = true;

    /// <summary>The state of a customer of whom nothing is known yet.</summary>
    /// <param name="plan">The segments.</param>
    /// <param name="profile">The id of the profile.</param>
    public ProfileState(LiveSegments plan, Guid profile)
    {
        (Plan, Profile) = (plan, profile);
        tracks = new Track?[plan.Tracks.Length];
        isMissing = new bool[plan.Tracks.Length];
        truths = new bool[plan.Conditions.Length];
        deadlines = new long[plan.Conditions.Length];
        isDirty = new bool[plan.Conditions.Length];
        members = new bool[plan.Segments.Length];
        isTouched = new bool[plan.Segments.Length];
        dirty = [];
    }

    /// <summary>The segments that it is about.</summary>
    public LiveSegments Plan { get; }

    /// <summary>The id of the profile.</summary>
    public Guid Profile { get; }

    /// <summary>Whether something that the segments need was not kept so far: see <see cref="Backfill"/>. Until then memberships may be wrong.</summary>
    public bool NeedsBackfill => Array.Exists(isMissing, missing => missing);

    /// <summary>When it was evaluated last; null when it never was. The next evaluation may not be before that.</summary>
    public DateTimeOffset? EvaluatedAt => evaluated == NotYet ? null : Microseconds.Time(evaluated);

    /// <summary>Has the next evaluation ask every condition anew, as is needed where definitions have changed but what is kept for them has not.</summary>
    public void Reconsider() => isFresh = true;

    /// <summary>The segments that the customer was a member of at the last evaluation.</summary>
    public IEnumerable<string> Memberships => Plan.Segments.Where((segment, index) => segment.IsAsked && members[index]).Select(segment => segment.Key);

    /// <summary>Takes a call into account. See <see cref="LiveSegments"/> for what must hold of calls.</summary>
    /// <param name="call">The call.</param>
    public void Apply(in LiveCall call)
    {
        var at = call.At;
        if (at < firstSeen)
        {
            firstSeen = at;
            Mark(Plan.ReadingFirstSeen);
        }

        Record(call, at, isBackfill: false);
    }

    /// <summary>Takes into account that consent was given or withdrawn.</summary>
    /// <param name="change">The change.</param>
    public void Apply(in ConsentChange change)
    {
        var at = Microseconds.Of(change.Time);
        foreach (var plan in Plan.Tracks)
        {
            if (plan.Scope == TrackScope.Consent && plan.Subject == change.Purpose)
            {
                Record(plan, at, change.Given);
            }
        }
    }

    /// <summary>
    /// Takes into account that membership of a segment began or ended, as kept. Changes that <see cref="Evaluate"/> finds need not be told; those of segments evaluated
    /// elsewhere (RFM, personas) do.
    /// </summary>
    /// <param name="change">The change.</param>
    public void Apply(in MembershipChange change)
    {
        var at = Microseconds.Of(change.Time);
        foreach (var plan in Plan.Tracks)
        {
            if (plan.Scope == TrackScope.Membership && plan.Subject == change.Segment)
            {
                Record(plan, at, change.Entered);
            }
        }
    }

    /// <summary>Takes into account new computed values: <c>rfm</c>, <c>persona</c> and <c>score</c>, which replace the old ones.</summary>
    /// <param name="values">A JSON object of them.</param>
    /// <param name="rank">Where a score of this customer stands among all; asked only for scores with a number.</param>
    public void ApplyComputed(JsonElement values, Func<ValuePath, ScoreRank> rank)
    {
        if (Plan.Of(TrackScope.Computed) is not { } plan)
        {
            return;
        }

        Track? track = null;
        plan.Record(new LiveCall(CallType.Identify, DateTimeOffset.UnixEpoch, string.Empty, Values: values), BeforeAll, ref track, Plan.Calendar);
        foreach (var (slot, score, share) in plan.Ranks)
        {
            if (RawValue.At(values, score.Segments).Number() is not null && rank(score) is var found
                && (share.Extreme == Extreme.Top ? found.Greater : found.Smaller) * 100.0 < share.Share.Value * found.All)
            {
                track!.SetBit(0, slot);
            }
        }

        tracks[plan.Index] = track;
        isMissing[plan.Index] = false;
        Mark(plan.Readers);
    }

    /// <summary>The customer's company at an instant, not before the last evaluation: the id of the latest group call, or null. Null too when no segment asks for it.</summary>
    /// <param name="time">The instant.</param>
    public string? CompanyAt(DateTimeOffset time)
    {
        if (Plan.Company is not { } plan || tracks[plan.Index] is not { } track)
        {
            return null;
        }

        var past = track.CountBefore(Microseconds.Of(time) + 1);
        return past > 0 && track.Text(past - 1) is { Length: > 0 } company ? company : null;
    }

    /// <summary>Says who belongs at an instant, and remembers it: the changes are those since the last evaluation.</summary>
    /// <param name="time">The instant, not before that of the last evaluation.</param>
    /// <param name="company">What is kept of the company that <see cref="CompanyAt"/> names; null when there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before that of the last evaluation.</exception>
    public LiveEvaluation Evaluate(DateTimeOffset time, CompanyState? company = null)
    {
        var now = Microseconds.Of(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(now, evaluated, nameof(time));
        evaluated = now;
        if (firstSeen > now)
        {
            return new LiveEvaluation([], firstSeen == Clock.Never ? null : Microseconds.Time(firstSeen));
        }

        var changes = new EvaluationRound(this, now, company).Run();
        return new LiveEvaluation(changes ?? (IReadOnlyList<MembershipChange>)[], next == Clock.Never ? null : Microseconds.Time(next));
    }

    private void Record(in LiveCall call, long at, bool isBackfill)
    {
        if (call.Event is { } name)
        {
            foreach (var plan in Plan.EventTracks(name))
            {
                Record(plan, call, at, isBackfill);
            }
        }
        else if (call.Type == CallType.Identify && Plan.OfIdentify is { } identify)
        {
            Record(identify, call, at, isBackfill);
        }
        else if (call is { Type: CallType.Group, GroupId: not null } && Plan.Company is { } company)
        {
            Record(company, call, at, isBackfill);
        }

        if (Plan.OfContext is { } context && call.Context.ValueKind == JsonValueKind.Object && call.Context.GetPropertyCount() > 0)
        {
            Record(context, call, at, isBackfill);
        }
    }

    private void Record(TrackPlan plan, in LiveCall call, long at, bool isBackfill)
    {
        if ((!isBackfill || isMissing[plan.Index]) && plan.Record(call, at, ref tracks[plan.Index], Plan.Calendar))
        {
            Thin(plan);
            Mark(plan.Readers);
        }
    }

    private void Record(TrackPlan plan, long at, bool isOn)
    {
        plan.Record(at, isOn, ref tracks[plan.Index]);
        Mark(plan.Readers);
    }

    // Many calls may be applied between two evaluations.
    private void Thin(TrackPlan plan)
    {
        if (evaluated != NotYet && tracks[plan.Index] is { Count: > 0 } track && track.Count % 32 == 0)
        {
            plan.Retention.Prune(track, evaluated);
        }
    }

    private void Mark(IReadOnlyList<int> conditions)
    {
        for (var index = 0; index < conditions.Count; index++)
        {
            var condition = conditions[index];
            if (!isDirty[condition])
            {
                isDirty[condition] = true;
                dirty.Add(condition);
            }
        }
    }
}
