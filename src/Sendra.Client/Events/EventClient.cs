namespace Sendra.Client.Events;

/// <summary>Another product whose own client sent an event, through the API that Sendra has for it.</summary>
public enum EventClient
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Resend,
    Loops,
    Segment,
    Customerio,
    Plunk,
}
