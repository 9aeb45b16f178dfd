namespace Sendra.Application.Suppressions;

/// <summary>How it stands with the one who has an unsubscribe link.</summary>
public enum Consent
{
    /// <summary>Marketing may reach them.</summary>
    Subscribed,

    /// <summary>They unsubscribed, and may take it back.</summary>
    Unsubscribed,

    /// <summary>Something else keeps marketing from them, which they can't change.</summary>
    Suppressed,
}
