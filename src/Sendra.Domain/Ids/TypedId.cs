namespace Sendra.Domain.Ids;

/// <summary>What all kinds of ids have in common.</summary>
public static class TypedId
{
    /// <summary>Every kind of id.</summary>
    public static readonly IReadOnlyList<Type> Types =
        [.. typeof(IId).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IId)))];

    public static T Of<T>(Guid value)
        where T : struct, IId<T> => new() { Value = value };

    // Queries page by ids, so they are compared in expressions, too.
    extension<T>(T)
        where T : struct, IId<T>
    {
        public static bool operator <(T left, T right) => left.Value < right.Value;

        public static bool operator >(T left, T right) => left.Value > right.Value;

        public static bool operator <=(T left, T right) => left.Value <= right.Value;

        public static bool operator >=(T left, T right) => left.Value >= right.Value;
    }
}
