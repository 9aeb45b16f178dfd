namespace Sendra.Domain.Messages;

/// <summary>What a suppressed address gets no more; the wider, the greater.</summary>
public enum SuppressionScope
{
    /// <summary>No marketing.</summary>
    Marketing,

    /// <summary>No mail at all.</summary>
    All,
}
