using System.Buffers.Binary;
using Tessera.Domain;

namespace Tessera.Server.Profiles.Documents;

/// <summary>Whose document is not to be trusted, and how far each workspace's customers were gone through. In memory: a server that is killed begins anew.</summary>
/// <param name="most">So many profiles of which a change is noted; beyond that all of a workspace are.</param>
internal sealed class DocumentMarks(int most = 250_000)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, string> changed = [];
    private readonly HashSet<Guid> building = [];
    private readonly HashSet<Guid> held = [];
    private readonly Dictionary<string, DocumentPass> passes = new(StringComparer.Ordinal);
    private Queue<Guid> sweep = new();

    /// <summary>How far each workspace was gone through.</summary>
    public IReadOnlyList<DocumentPass> Passes
    {
        get
        {
            lock (gate)
            {
                return [.. passes.Values];
            }
        }
    }

    /// <summary>Whose documents are not to be trusted.</summary>
    public IReadOnlyList<Guid> Untrusted
    {
        get
        {
            lock (gate)
            {
                return [.. changed.Keys.Union(held)];
            }
        }
    }

    /// <summary>Takes up how far a workspace was gone through.</summary>
    public void Restore(DocumentPass pass)
    {
        lock (gate)
        {
            passes[pass.Workspace] = pass;
        }
    }

    /// <summary>Notes that what is known of some profiles changed.</summary>
    public void Change(WorkspaceKey workspace, IEnumerable<Guid> profiles)
    {
        lock (gate)
        {
            foreach (var profile in profiles)
            {
                changed[profile] = workspace.Value;
                building.Remove(profile);
            }

            if (changed.Count > most)
            {
                foreach (var name in changed.Values.Distinct(StringComparer.Ordinal).ToList())
                {
                    StartAgain(name);
                }
            }
        }
    }

    /// <summary>Notes that what is known of anybody in a workspace may have changed.</summary>
    public void ChangeAll(WorkspaceKey workspace)
    {
        lock (gate)
        {
            StartAgain(workspace.Value);
        }
    }

    /// <summary>Trusts no documents of some profiles, and has none put together, until they are let go.</summary>
    public void Hold(IReadOnlyCollection<Guid> profiles)
    {
        lock (gate)
        {
            held.UnionWith(profiles);
            building.ExceptWith(profiles);
        }
    }

    /// <summary>Ends <see cref="Hold"/>: of those profiles nothing is known any more.</summary>
    public void LetGo(IReadOnlyCollection<Guid> profiles)
    {
        lock (gate)
        {
            held.ExceptWith(profiles);
            building.ExceptWith(profiles);
            foreach (var profile in profiles)
            {
                changed.Remove(profile);
            }
        }
    }

    /// <summary>Whether a document that was just read, of that generation of its workspace, says what is true.</summary>
    public bool IsCurrent(WorkspaceKey workspace, Guid profile, long generation)
    {
        lock (gate)
        {
            return !changed.ContainsKey(profile) && !held.Contains(profile) && passes.TryGetValue(workspace.Value, out var pass) && pass.Generation == generation;
        }
    }

    /// <summary>How far a workspace was gone through; begins with it when nobody has.</summary>
    public DocumentPass PassOf(WorkspaceKey workspace)
    {
        lock (gate)
        {
            if (!passes.TryGetValue(workspace.Value, out var pass))
            {
                passes[workspace.Value] = pass = new DocumentPass(workspace.Value, Generation: 1, Guid.Empty, IsDone: false);
            }

            return pass;
        }
    }

    /// <summary>The next profiles that changed, of one workspace, neighbours in the engine's order, so that what it reads for one is of use to the next.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>None when there are none.</returns>
    public (WorkspaceKey Workspace, IReadOnlyList<Guid> Profiles)? Next(int limit)
    {
        lock (gate)
        {
            if (sweep.Count == 0)
            {
                sweep = new Queue<Guid>(changed.Keys.Where(profile => !held.Contains(profile)).OrderBy(PlaceOf));
            }

            List<Guid> next = [];
            var workspace = string.Empty;
            while (next.Count < limit && sweep.TryPeek(out var profile))
            {
                if (changed.TryGetValue(profile, out var its) && !held.Contains(profile))
                {
                    workspace = next.Count == 0 ? its : workspace;
                    if (its != workspace)
                    {
                        break;
                    }

                    next.Add(profile);
                }

                sweep.Dequeue();
            }

            return next.Count == 0 ? null : (new WorkspaceKey(workspace), next);
        }
    }

    /// <summary>Begins to put documents together; what changes from now on is noticed.</summary>
    public void Begin(IEnumerable<Guid> profiles)
    {
        lock (gate)
        {
            building.Clear();
            building.UnionWith(profiles);
            building.ExceptWith(held);
        }
    }

    /// <summary>Those of which nothing changed since it was begun.</summary>
    public HashSet<Guid> Unchanged()
    {
        lock (gate)
        {
            return [.. building];
        }
    }

    /// <summary>Notes that documents are in the file. Those of which something changed meanwhile are put together again.</summary>
    /// <param name="pass">How far the workspace is gone through, if that was what for; left as it is when it was begun again meanwhile.</param>
    public void End(DocumentPass? pass)
    {
        lock (gate)
        {
            foreach (var profile in building)
            {
                changed.Remove(profile);
            }

            building.Clear();
            if (pass is not null && passes[pass.Workspace].Generation == pass.Generation)
            {
                passes[pass.Workspace] = pass;
            }
        }
    }

    /// <summary>Where a profile lies in the engine's order: by the second half of its id, then by the first.</summary>
    public static UInt128 PlaceOf(Guid profile)
    {
        Span<byte> bytes = stackalloc byte[16];
        profile.TryWriteBytes(bytes, bigEndian: true, out _);
        return new UInt128(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }

    private void StartAgain(string workspace)
    {
        passes[workspace] = new DocumentPass(workspace, (passes.TryGetValue(workspace, out var pass) ? pass.Generation : 0) + 1, Guid.Empty, IsDone: false);
        foreach (var profile in changed.Where(one => one.Value == workspace).Select(one => one.Key).ToList())
        {
            changed.Remove(profile);
        }
    }
}

/// <summary>How far the customers of a workspace were gone through.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Generation">Documents of an earlier one are void.</param>
/// <param name="After">The last customer who was gone through, in the engine's order.</param>
/// <param name="IsDone">Whether all were.</param>
internal sealed record DocumentPass(string Workspace, long Generation, Guid After, bool IsDone);
