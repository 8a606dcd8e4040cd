// JSON: text to values, values to the types of a library or of a program, and back.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Guard409.Stubs
{
    public static class Json
    {
        public static T Read<T>(string text) { return (T)As(typeof(T), Parse(text)); }

        public static object Parse(string text)
        {
            int at = 0;
            return Value(text, ref at);
        }

        public static string Write(object value)
        {
            var text = new StringBuilder();
            Write(text, value);
            return text.ToString();
        }

        private static object Value(string text, ref int at)
        {
            Blank(text, ref at);
            char sign = text[at];
            if (sign == '"') return Text(text, ref at);
            if (sign == '{')
            {
                var members = new Dictionary<string, object>();
                for (at++; Next(text, ref at, '}');)
                {
                    string name = Text(text, ref at);
                    Blank(text, ref at);
                    at++;
                    members[name] = Value(text, ref at);
                }
                return members;
            }
            if (sign == '[')
            {
                var all = new List<object>();
                for (at++; Next(text, ref at, ']');) all.Add(Value(text, ref at));
                return all;
            }
            int start = at;
            while (at < text.Length && ",}] \r\n\t".IndexOf(text[at]) < 0) at++;
            string word = text.Substring(start, at - start);
            if (word == "null") return null;
            if (word == "true" || word == "false") return word == "true";
            return double.Parse(word, CultureInfo.InvariantCulture);
        }

        /// <summary>Goes to the next member; false at the end.</summary>
        private static bool Next(string text, ref int at, char end)
        {
            Blank(text, ref at);
            if (text[at] == ',') at++;
            Blank(text, ref at);
            if (text[at] != end) return true;
            at++;
            return false;
        }

        private static void Blank(string text, ref int at)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        }

        private static string Text(string text, ref int at)
        {
            var read = new StringBuilder();
            for (at++; text[at] != '"'; at++)
            {
                if (text[at] != '\\')
                {
                    read.Append(text[at]);
                    continue;
                }
                char sign = text[++at];
                int known = "nrtbf".IndexOf(sign);
                if (sign == 'u')
                {
                    read.Append((char)int.Parse(text.Substring(at + 1, 4), NumberStyles.HexNumber));
                    at += 4;
                }
                else read.Append(known < 0 ? sign : "\n\r\t\b\f"[known]);
            }
            at++;
            return read.ToString();
        }

        /// <summary>A value as a type: a model by the names on the wire, a program's own type by those of its properties.</summary>
        public static object As(Type type, object value)
        {
            Type plain = Nullable.GetUnderlyingType(type) ?? type;
            if (value == null) return plain.IsValueType && plain == type ? Activator.CreateInstance(type) : null;
            if (plain == typeof(object)) return value;
            if (plain == typeof(string)) return value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture);
            if (plain == typeof(Guid)) return Guid.Parse((string)value);
            if (plain == typeof(DateTimeOffset)) return DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            if (plain.IsEnum) return Enum.Parse(plain, (string)value, true);
            if (plain.IsPrimitive) return Convert.ChangeType(value, plain, CultureInfo.InvariantCulture);
            var list = value as List<object>;
            if (list != null) return Listed(plain, list);
            var members = (Dictionary<string, object>)value;
            if (plain.IsAssignableFrom(members.GetType())) return members;
            return Filled(Activator.CreateInstance(Models.Narrowest(plain, members), true), members);
        }

        private static object Listed(Type type, List<object> values)
        {
            Type one = type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);
            var all = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(one));
            foreach (object value in values) all.Add(As(one, value));
            if (!type.IsArray) return all;
            Array array = Array.CreateInstance(one, all.Count);
            all.CopyTo(array, 0);
            return array;
        }

        private static object Filled(object made, Dictionary<string, object> members)
        {
            PropertyInfo more = made.GetType().GetProperty("AdditionalData");
            foreach (KeyValuePair<string, object> member in members)
            {
                PropertyInfo own = Models.Properties(made.GetType()).FirstOrDefault(one => Models.NameOf(one) == member.Key)
                    ?? Models.Properties(made.GetType()).FirstOrDefault(one => string.Equals(Models.NameOf(one), member.Key, StringComparison.OrdinalIgnoreCase));
                if (own != null && own.CanWrite) own.SetValue(made, As(own.PropertyType, member.Value), null);
                else if (more != null) ((IDictionary<string, object>)more.GetValue(made, null))[member.Key] = member.Value;
            }
            return made;
        }

        private static void Write(StringBuilder text, object value)
        {
            if (value == null) text.Append("null");
            else if (value is string || value is Guid || value is char) Quote(text, value.ToString());
            else if (value is bool) text.Append((bool)value ? "true" : "false");
            else if (value is Enum) Quote(text, char.ToLowerInvariant(value.ToString()[0]) + value.ToString().Substring(1));
            else if (value is DateTimeOffset) Quote(text, ((DateTimeOffset)value).ToString("o", CultureInfo.InvariantCulture));
            else if (value is DateTime) Quote(text, ((DateTime)value).ToString("o", CultureInfo.InvariantCulture));
            else if (value.GetType().IsPrimitive || value is decimal) text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
            else if (value is IDictionary<string, object>) Members(text, (IDictionary<string, object>)value);
            else if (value is IEnumerable)
            {
                text.Append('[');
                string between = "";
                foreach (object one in (IEnumerable)value)
                {
                    text.Append(between);
                    Write(text, one);
                    between = ",";
                }
                text.Append(']');
            }
            else Members(text, Models.Members(value));
        }

        private static void Members(StringBuilder text, IEnumerable<KeyValuePair<string, object>> members)
        {
            text.Append('{');
            string between = "";
            foreach (KeyValuePair<string, object> member in members)
            {
                text.Append(between);
                Quote(text, member.Key);
                text.Append(':');
                Write(text, member.Value);
                between = ",";
            }
            text.Append('}');
        }

        private static void Quote(StringBuilder text, string value)
        {
            text.Append('"');
            foreach (char sign in value)
            {
                if (sign == '"' || sign == '\\') text.Append('\\').Append(sign);
                else if (sign < ' ') text.Append("\\u").Append(((int)sign).ToString("x4"));
                else text.Append(sign);
            }
            text.Append('"');
        }
    }

    /// <summary>Types as JSON sees them.</summary>
    internal static class Models
    {
        public static PropertyInfo[] Properties(Type type)
        {
            return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.GetIndexParameters().Length == 0).ToArray();
        }

        public static string NameOf(PropertyInfo property)
        {
            WireAttribute wire = WireOf(property);
            return wire == null ? property.Name : wire.Name;
        }

        public static WireAttribute WireOf(PropertyInfo property)
        {
            return (WireAttribute)Attribute.GetCustomAttribute(property, typeof(WireAttribute));
        }

        /// <summary>What is sent of an object: of a model what was set, of anything else all its properties.</summary>
        public static IEnumerable<KeyValuePair<string, object>> Members(object value)
        {
            bool model = value.GetType().Assembly == typeof(Models).Assembly;
            foreach (PropertyInfo property in Properties(value.GetType()))
            {
                object held = property.GetValue(value, null);
                if (model && property.Name == "AdditionalData")
                {
                    foreach (KeyValuePair<string, object> member in (IDictionary<string, object>)held) yield return member;
                }
                else if (!model || (held != null && WireOf(property) != null)) yield return new KeyValuePair<string, object>(NameOf(property), held);
            }
        }

        /// <summary>The type an answer names, where it is a kind of the one that is expected.</summary>
        public static Type Narrowest(Type expected, Dictionary<string, object> members)
        {
            object named;
            if (!members.TryGetValue("@odata.type", out named) || expected.Assembly != typeof(Models).Assembly) return expected;
            string name = ((string)named).Split('.').Last();
            return expected.Assembly.GetTypes().FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase) && type.Namespace == expected.Namespace && expected.IsAssignableFrom(type)) ?? expected;
        }
    }
}
