namespace Sendra.Infrastructure.Persistence.Databases;

/// <summary>Where a copy of the database is that only reads: <c>ConnectionStrings__SendraReadOnly</c> and <c>Database__ReplicaMaxBehindSeconds</c>.</summary>
/// <param name="ConnectionString">Where, with the options that Sendra relies on.</param>
/// <param name="MaxBehind">Further behind, it isn't read.</param>
internal sealed record ReplicaSettings(string ConnectionString, TimeSpan MaxBehind);
