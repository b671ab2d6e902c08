<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" name="objects" tilewidth="344" tileheight="218" tilecount="59" columns="0" objectalignment="bottom">
 <tileoffset x="0" y="14"/>
 <grid orientation="isometric" width="64" height="32"/>
 <tile id="0" type="house_thatch" x="164" y="874" width="132" height="102">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="1" type="house_tile" x="548" y="740" width="152" height="108">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="2" type="house_court" x="676" y="588" width="200" height="136">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="3" type="granary" x="2" y="740" width="184" height="132">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="4" type="granary_slack" x="188" y="740" width="184" height="132">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="5" type="hall" x="2" y="588" width="232" height="150">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="6" type="hall_closed" x="236" y="588" width="232" height="150">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="7" type="office" x="470" y="588" width="204" height="138">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="8" type="workshop" x="432" y="874" width="136" height="100">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="9" type="school" x="374" y="740" width="172" height="120">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="10" type="house_thatch_shut" x="298" y="874" width="132" height="102">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="11" type="house_tile_shut" x="702" y="740" width="152" height="108">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="12" type="threshing_full" x="2" y="874" width="160" height="102">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="13" type="threshing_empty" x="856" y="740" width="160" height="102">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="14" type="furnace_cold" x="2" y="978" width="88" height="78">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="15" type="furnace_lit.0" x="2" y="222" width="104" height="192">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="16" type="dam_0" x="674" y="416" width="304" height="168">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="17" type="dam_1" x="2" y="416" width="324" height="170">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="18" type="dam_2" x="588" y="222" width="344" height="172">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="19" type="dam_3" x="328" y="416" width="344" height="168">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="20" type="bridge_a" x="570" y="874" width="188" height="90">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="21" type="bridge_b" x="760" y="874" width="188" height="90">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="22" type="slogan.0" x="200" y="978" width="120" height="76">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="23" type="slogan.1" x="322" y="978" width="120" height="76">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="24" type="slogan.2" x="444" y="978" width="120" height="76">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="25" type="hill_dense" x="248" y="2" width="248" height="206">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="26" type="hill_thin" x="498" y="2" width="240" height="200">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="27" type="hill_stumps" x="346" y="222" width="240" height="176">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="28" type="speaker" x="92" y="978" width="56" height="78">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="29" type="straw" x="168" y="1058" width="56" height="42">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="30" type="sacks" x="506" y="1058" width="52" height="30">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="31" type="firewood" x="560" y="1058" width="48" height="28">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="32" type="pots" x="776" y="1058" width="40" height="22">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="33" type="cart" x="226" y="1058" width="60" height="36">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="34" type="cart_b" x="288" y="1058" width="60" height="36">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="35" type="cart_empty" x="444" y="1058" width="60" height="30">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="36" type="ox" x="372" y="1058" width="40" height="34">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="37" type="hen" x="758" y="1058" width="16" height="24">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="38" type="duck" x="844" y="1058" width="16" height="20">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="39" type="flag" x="150" y="978" width="48" height="78">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="40" type="basket" x="636" y="1058" width="20" height="26">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="41" type="tree.0" x="714" y="978" width="72" height="64">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="42" type="tree.1" x="2" y="1058" width="68" height="58">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="43" type="tree.2" x="566" y="978" width="84" height="68">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="44" type="tree.3" x="846" y="978" width="68" height="60">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="45" type="pine.0" x="72" y="1058" width="52" height="58">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="46" type="pine.1" x="126" y="1058" width="40" height="52">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="47" type="pine.2" x="788" y="978" width="56" height="62">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="48" type="poplar.0" x="652" y="978" width="60" height="66">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="49" type="poplar.1" x="916" y="978" width="52" height="60">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="50" type="stump.0" x="728" y="1058" width="28" height="24">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="51" type="stump.1" x="818" y="1058" width="24" height="22">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="52" type="reeds.0" x="610" y="1058" width="24" height="28">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="53" type="reeds.1" x="414" y="1058" width="28" height="32">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="54" type="fence" x="658" y="1058" width="68" height="24">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="55" type="notice" x="350" y="1058" width="20" height="36">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="56" type="hill_b_dense" x="2" y="2" width="244" height="218">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="57" type="hill_b_thin" x="740" y="2" width="236" height="196">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
 <tile id="58" type="hill_b_stumps" x="108" y="222" width="236" height="190">
  <image source="objects.png" width="1024" height="1118"/>
 </tile>
</tileset>
