namespace Sendra.Domain.Messages;

/// <summary>Why an address is suppressed.</summary>
public enum SuppressionOrigin
{
    /// <summary>The person asked for it.</summary>
    Unsubscribe,

    /// <summary>Mail to it can't be delivered.</summary>
    Bounce,

    /// <summary>The person reported mail as spam.</summary>
    Complaint,

    /// <summary>A member or a program added it.</summary>
    Manual,

    /// <summary>It came with a list.</summary>
    Import,
}
