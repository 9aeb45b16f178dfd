namespace Sendra.Application.Ingestion;

/// <summary>The run whose step sends an event, so that its event and its next step commit together.</summary>
/// <param name="Id">The run.</param>
/// <param name="Visit">The visit that wants the event sent: it does so once.</param>
public sealed record SendingRun(EnrollmentId Id, int Visit);
