using Tessera.Segments.Live.Storage;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live;

public sealed partial class ProfileState
{
    /// <summary>The state as bytes, version 1, to be read by <see cref="Read"/> with this or another version of the segments.</summary>
    public byte[] Write()
    {
        var writer = new StateWriter(StateKind.Profile, Plan.Layout.Id);
        writer.Bytes(Profile.ToByteArray(bigEndian: true));
        var isAsked = !isFresh && dirty.Count == 0;
        writer.Byte((byte)((firstSeen != Clock.Never ? 1 : 0) | (evaluated != NotYet ? 2 : 0) | (next != Clock.Never ? 4 : 0) | (isAsked ? 8 : 0) | (NeedsBackfill ? 16 : 0)));
        writer.Signed(firstSeen == Clock.Never ? 0 : firstSeen);
        writer.Signed(evaluated == NotYet ? 0 : evaluated - Origin(firstSeen));
        writer.Signed(next == Clock.Never ? 0 : next - Origin(firstSeen));
        writer.Bits(members.Length, index => members[index]);
        if (isAsked)
        {
            writer.Bits(truths.Length, index => truths[index]);
        }

        if (NeedsBackfill)
        {
            writer.Bits(isMissing.Length, index => isMissing[index]);
        }

        writer.Bits(tracks.Length, index => tracks[index] is { IsEmpty: false });
        foreach (var track in tracks)
        {
            if (track is { IsEmpty: false })
            {
                writer.Track(track, Origin(firstSeen, evaluated));
            }
        }

        return writer.Finish();
    }

    /// <summary>Reads a state.</summary>
    /// <param name="bytes">What <see cref="Write"/> gave.</param>
    /// <param name="plan">The segments it shall go on with. When they are others than it was written for, what they share is kept, and it may <see cref="NeedsBackfill"/>.</param>
    /// <param name="layouts">Finds the stored layout of an id, when it is not that of <paramref name="plan"/>; null when there is none.</param>
    /// <exception cref="SegmentStateException">The bytes are damaged, or of a layout or version that is not known.</exception>
    public static ProfileState Read(ReadOnlySpan<byte> bytes, LiveSegments plan, Func<ulong, StateLayout?> layouts)
    {
        var reader = new StateReader(bytes, StateKind.Profile);
        var layout = reader.Layout == plan.Layout.Id ? plan.Layout : layouts(reader.Layout)
            ?? throw new SegmentStateException($"This segment state has the layout {reader.Layout:x16}, which is not stored any more.");
        try
        {
            return Continue(ref reader, plan, layout);
        }
        catch (OverflowException exception)
        {
            throw new SegmentStateException("This segment state is damaged: it tells times that there are not.", exception);
        }
    }

    private static ProfileState Continue(ref StateReader reader, LiveSegments plan, StateLayout layout)
    {
        var profile = new Guid(reader.Bytes(16), bigEndian: true);
        var flags = reader.Byte();
        var (first, since, until) = (reader.Long(), reader.Long(), reader.Long());
        var seen = (flags & 1) != 0 ? first : Clock.Never;
        var last = (flags & 2) != 0 ? Origin(seen) + since : NotYet;
        var state = new ProfileState(plan, profile) { firstSeen = seen, evaluated = last, next = (flags & 4) != 0 ? Origin(seen) + until : Clock.Never };
        var wereMembers = Bits(ref reader, layout.Segments.Count, isThere: true);
        var answers = Bits(ref reader, layout.ConditionCount, (flags & 8) != 0);
        var wasMissing = Bits(ref reader, layout.Tracks.Count, (flags & 16) != 0);
        var isPresent = Bits(ref reader, layout.Tracks.Count, isThere: true);
        var kept = new Track?[layout.Tracks.Count];
        for (var index = 0; index < kept.Length; index++)
        {
            kept[index] = isPresent[index] ? reader.Track(layout.Tracks[index].Shape, Origin(seen, last)) : null;
        }

        reader.End();
        if (layout.Id != plan.Layout.Id)
        {
            state.TakeOver(layout, kept, wasMissing, wereMembers);
            return state;
        }

        kept.CopyTo(state.tracks, 0);
        wereMembers.CopyTo(state.members, 0);
        wasMissing.CopyTo(state.isMissing, 0);
        answers.CopyTo(state.truths, 0);
        state.isFresh = (flags & 8) == 0;

        // When each may change is not kept, only when the first does: then all are asked.
        Array.Fill(state.deadlines, state.next);
        return state;
    }

    private static bool[] Bits(ref StateReader reader, int count, bool isThere)
    {
        var bits = new bool[count];
        if (isThere)
        {
            reader.Bits(count, bits);
        }

        return bits;
    }

    private static long Origin(long firstSeen, long evaluated = NotYet) => evaluated != NotYet ? evaluated : firstSeen != Clock.Never ? firstSeen : 0;
}
