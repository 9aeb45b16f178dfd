namespace Sendra.Client.Suppressions;

/// <summary>What a suppressed address gets no more; the wider, the greater.</summary>
public enum SuppressionScope
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Marketing,
    All,
}
