namespace Sendra.Domain.Ids;

/// <summary>An id of one kind. Ids of different kinds can't be compared or passed for one another.</summary>
/// <typeparam name="TSelf">The kind.</typeparam>
public interface IId<TSelf> : IId, IComparable<TSelf>
    where TSelf : struct, IId<TSelf>;
