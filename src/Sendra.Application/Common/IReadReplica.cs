namespace Sendra.Application.Common;

/// <summary>The copy of the database that only reads and is a little behind, where there is one.</summary>
public interface IReadReplica
{
    /// <summary>How far behind what this request has read may be; null when it has read the database itself.</summary>
    TimeSpan? Behind { get; }

    /// <summary>From here on, what this request reads may come from the copy. For what reads much, once all that it writes is written.</summary>
    /// <returns>What was committed before this time is there.</returns>
    DateTimeOffset Use();
}
