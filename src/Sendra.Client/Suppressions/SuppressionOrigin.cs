namespace Sendra.Client.Suppressions;

/// <summary>Why an address is suppressed.</summary>
public enum SuppressionOrigin
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Unsubscribe,
    Bounce,
    Complaint,
    Manual,
    Import,
}
