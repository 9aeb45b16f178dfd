namespace Sendra.Application.Ingestion;

/// <summary>A contact's latest run through an automation; the default is that there was none.</summary>
/// <param name="Number">Which run it is, from 1.</param>
/// <param name="Id">Its id; null where only the number was loaded.</param>
public readonly record struct LastRun(int Number, EnrollmentId? Id = null);
