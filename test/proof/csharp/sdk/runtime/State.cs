// What objects of the stubs hold that their library keeps to itself.
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;

namespace Guard409.Stubs
{
    /// <summary>The name of a property on the wire.</summary>
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class WireAttribute : Attribute
    {
        public WireAttribute(string name) { Name = name; }
        public string Name { get; }
    }

    internal static class State
    {
        private static readonly ConditionalWeakTable<object, Dictionary<string, object>> All = new ConditionalWeakTable<object, Dictionary<string, object>>();

        public static T Get<T>(object of, string name)
        {
            Dictionary<string, object> held = All.GetOrCreateValue(of);
            lock (held)
            {
                object found;
                return held.TryGetValue(name, out found) && found != null ? (T)found : default(T);
            }
        }

        public static void Set(object of, string name, object value)
        {
            Dictionary<string, object> held = All.GetOrCreateValue(of);
            lock (held) held[name] = value;
        }

        /// <summary>An object that only its library can make, with what its properties hand out: names and values in turn.</summary>
        public static T Make<T>(params object[] held)
        {
            return With((T)FormatterServices.GetUninitializedObject(typeof(T)), held);
        }

        public static T With<T>(T one, params object[] held)
        {
            for (int at = 0; at < held.Length; at += 2) Set(one, (string)held[at], held[at + 1]);
            return one;
        }
    }
}
