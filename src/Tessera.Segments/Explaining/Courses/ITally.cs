namespace Tessera.Segments.Explaining.Courses;

/// <summary>Keeps what counts at an instant and says whether that is enough.</summary>
internal interface ITally
{
    /// <summary>Takes in, once and first, all that counts.</summary>
    void Fill(IEnumerable<Stay> stays);

    /// <summary>Something begins to count, or no longer does. What ends at an instant may be told after what begins at it.</summary>
    void Move(Stay stay, bool comes);

    /// <summary>Whether the answer is yes.</summary>
    bool Holds(long now);
}
