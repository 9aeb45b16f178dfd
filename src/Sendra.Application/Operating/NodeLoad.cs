namespace Sendra.Application.Operating;

/// <summary>How busy the node is that answered.</summary>
/// <param name="WaitingEvents">How many events wait to be stored, about. At 20,000 further ones are refused with 503.</param>
/// <param name="WaitedSeconds">How long the first of them has waited; 0 when none waits.</param>
/// <param name="StepsBehindSeconds">How late the oldest due step of an automation was when this node last looked; 0 when none was due.</param>
public sealed record NodeLoad(int WaitingEvents, double WaitedSeconds, double StepsBehindSeconds);
