using Tessera.Segments.Evaluation;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live;

/// <summary>
/// What is kept of one company for the conditions about it: its traits, from the group calls of everybody that named it, and what those whose company
/// it is now have done.
/// </summary>
/// <remarks>
/// Callers apply to it the group calls that name it, whoever made them, and the events of its customers; when a customer comes to or leaves it, they
/// <see cref="Join"/> the states of all its customers anew. Customers are evaluated again when their company has changed.
/// </remarks>
public sealed class CompanyState(LiveSegments plan)
{
    /// <summary>The segments that it is kept for.</summary>
    public LiveSegments Plan => plan;

    /// <summary>Another one after every change.</summary>
    internal long Version { get; private set; }

    internal Track?[] Tracks { get; } = new Track?[plan.Tracks.Length];

    /// <summary>Takes a group call into account that names the company, or an event of one of its customers.</summary>
    /// <param name="call">The call.</param>
    public void Apply(in LiveCall call)
    {
        var at = call.At;
        var isChanged = false;
        if (call.Event is { } name)
        {
            foreach (var track in plan.EventTracks(name))
            {
                if (track.Scope == TrackScope.CompanyEvents)
                {
                    isChanged |= track.Record(call, at, ref Tracks[track.Index], plan.Calendar);
                }
            }
        }
        else if (call.Type == CallType.Group && plan.Of(TrackScope.CompanyTraits) is { } traits)
        {
            isChanged = traits.Record(call, at, ref Tracks[traits.Index], plan.Calendar);
        }

        Version += isChanged ? 1 : 0;
    }

    /// <summary>Puts together what the customers have done; what was put together before is dropped.</summary>
    /// <param name="customers">The states of all customers whose company it is.</param>
    public void Join(IEnumerable<ProfileState> customers)
    {
        foreach (var track in plan.Tracks.Where(track => track.Scope == TrackScope.CompanyEvents))
        {
            Tracks[track.Index] = null;
        }

        foreach (var customer in customers)
        {
            customer.JoinInto(this);
        }

        Version++;
    }
}
