namespace Sendra.Domain.Events;

/// <summary>Another product whose own client sent an event, through the API that Sendra has for it.</summary>
public enum EventClient
{
    Resend = 1,
    Loops = 2,
    Segment = 3,
    Customerio = 4,
    Plunk = 5,
}
