namespace Sendra.Client.Events;

/// <summary>A break in a live tail.</summary>
/// <param name="Error">Why the connection broke; null once it is back.</param>
/// <param name="Missed">When it is back: how many events arrived meanwhile. They come first.</param>
/// <param name="LeftOut">Whether more arrived than are read again, 10,000. The log has the others.</param>
public sealed record TailBreak(Exception? Error, int Missed, bool LeftOut);
