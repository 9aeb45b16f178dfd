namespace Sendra.Infrastructure.Workflows;

/// <summary>An active run whose time has come, as it was found: what is true of it is read again once its contact is locked.</summary>
internal readonly record struct DueRun(WorkspaceId WorkspaceId, EnrollmentId Id, string Email);
